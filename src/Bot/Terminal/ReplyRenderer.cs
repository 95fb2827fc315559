using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Draws a reply on a terminal: bold headings, quotes with a bar and their place, marks and numbered choices.</summary>
internal static class ReplyRenderer
{
    // Longer lines are hard to read, also in a wide window.
    private const int MaxTextWidth = 100;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(Color.Grey);
    private static readonly Style Accent = new(Color.Teal);
    private static readonly Style Mark = new(Color.Olive, decoration: Decoration.Bold);

    /// <summary>Draws the whole reply.</summary>
    public static void Render(IAnsiConsole console, ChatReply reply)
    {
        var width = Math.Min(MaxTextWidth, console.Profile.Width);
        for (var i = 0; i < reply.Blocks.Count; i++)
        {
            if (i > 0 && reply.Blocks[i - 1] is not HeadingBlock && !(reply.Blocks[i - 1] is TextBlock && reply.Blocks[i] is ListBlock or PointsBlock))
            {
                console.WriteLine();
            }

            if (reply.Blocks[i] is QuoteBlock)
            {
                var run = QuoteRun.TakeRun(reply.Blocks, i);
                Write(console, Draw(run), width);
                i += run.Count - 1;
            }
            else
            {
                Write(console, Draw(reply, reply.Blocks[i]), width);
            }
        }
    }

    private static IRenderable Draw(ChatReply reply, ReplyBlock block) => block switch
    {
        TextBlock text => new Text(text.Text),
        HeadingBlock heading => new Text(heading.Text, Bold),
        ListBlock list => Draw(list.Items.Select(item => new Text(item))),
        PointsBlock points => Draw(points.Points.Select(Draw)),
        ChoicesBlock choices => Draw(choices.Choices, FindFirstNumber(reply, block)),
        PollBlock poll => new Rows(new Text(poll.Question, Bold), Draw(poll.Answers, FindFirstNumber(reply, block))),
        FileBlock file => new Text(file.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "The terminal cannot show this block."),
    };

    private static Grid Draw(IEnumerable<IRenderable> items)
    {
        var grid = CreateTwoColumns();
        foreach (var item in items)
        {
            grid.AddRow(new Text("•", Accent), item);
        }

        return grid;
    }

    private static Paragraph Draw(Point point)
    {
        var line = new Paragraph(string.Join(' ', new[] { point.Text, point.Remark }.Where(part => part.Length > 0)));
        if (point.Message is { } message)
        {
            line.Append($"\n{message.AbsoluteUri}", Dim);
        }

        return point.Place is { } place ? line.Append($"\n— {QuoteRun.DescribeSource(place)}", Dim) : line;
    }

    private static Grid Draw(IReadOnlyList<Choice> choices, int firstNumber)
    {
        var grid = CreateTwoColumns();
        for (var i = 0; i < choices.Count; i++)
        {
            grid.AddRow(new Text($"[{firstNumber + i}]", Accent), new Text(choices[i].Label));
        }

        return grid;
    }

    // Choices are numbered through the whole reply, so that each number is unique.
    private static int FindFirstNumber(ChatReply reply, ReplyBlock block) =>
        1 + (reply with { Blocks = [.. reply.Blocks.TakeWhile(before => !ReferenceEquals(before, block))] }).Choices.Count();

    private static Rows Draw(IReadOnlyList<QuoteBlock> run)
    {
        var style = run[0].IsSuggestion ? Dim : Accent;
        var rows = new List<IRenderable>();
        if (run[0].Note is { } note)
        {
            rows.Add(new Text(note, new Style(decoration: Decoration.Italic)));
        }

        rows.Add(new QuoteBar(RenderWords(QuoteRun.JoinText(run)), style));
        rows.Add(new QuoteBar(new Text($"— {QuoteRun.DescribeSource(run)}", Dim), style));
        return new Rows(rows);
    }

    private static Paragraph RenderWords(QuoteText quote)
    {
        var words = new Paragraph();
        var at = 0;
        foreach (var mark in quote.Marks)
        {
            words.Append(quote.Text[at..mark.Start]).Append(quote.Text[mark.Start..mark.End], Mark);
            at = mark.End;
        }

        return words.Append(quote.Text[at..]);
    }

    private static Grid CreateTwoColumns() =>
        new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    private static void Write(IAnsiConsole console, IRenderable block, int width) => console.Write(new Narrow(block, width));

    /// <summary>Limits the width of its content to a number of cells.</summary>
    private sealed class Narrow(IRenderable content, int width) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var lines = Segment.SplitLines(content.Render(options, Math.Min(maxWidth, width)));
            foreach (var line in lines)
            {
                foreach (var segment in line)
                {
                    yield return segment;
                }

                yield return Segment.LineBreak;
            }
        }
    }
}
