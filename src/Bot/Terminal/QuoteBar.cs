using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Draws a bar at the left of each line of its content.</summary>
internal sealed class QuoteBar(IRenderable content, Style style) : Renderable
{
    private const string Bar = "│ ";

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var inner = content.Measure(options, maxWidth - Bar.Length);
        return new Measurement(inner.Min + Bar.Length, inner.Max + Bar.Length);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(content.Render(options, maxWidth - Bar.Length)))
        {
            yield return new Segment(Bar, style);
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
