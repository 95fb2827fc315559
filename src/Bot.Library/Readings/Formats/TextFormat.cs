using Bot.Library.Readings.Raw;
using Bot.Library.Readings.Structure;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Plain text: written as such, or saved from a web page with the page's furniture around it (<see cref="PageFront"/>,
/// <see cref="PageBack"/>).
/// </summary>
internal sealed class TextFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        var (keepsAll, whole) = KeepLine.Take(TextMarks.Clean(TextDecoding.Decode(content)));
        var (frame, text) = keepsAll ? (new GutenbergFrame(), whole) : GutenbergFrame.Take(whole);
        var lines = Speeches.JoinNames(TextParagraphs.Of(text));
        cancellationToken.ThrowIfCancellationRequested();

        if (keepsAll)
        {
            return new RawReading([.. TextSections.Of(lines)]) { KeepsAll = true };
        }

        var front = PageFront.Read(lines);
        var back = PageBack.Read(front.Rest);
        var blocks = new List<RawBlock>(front.Standfirst.Select(line => new RawBlock(line)));
        blocks.AddRange(TextSections.Of(back.Body));
        if (back.AboutAuthor.Count > 0)
        {
            blocks.Add(new RawBlock(SectionName.AboutAuthor, IsHeading: true));
            blocks.AddRange(back.AboutAuthor.Select(line => new RawBlock(line)));
        }

        return new RawReading(blocks)
        {
            Title = frame.Title ?? front.Title,
            Author = frame.Author ?? front.Author ?? back.Author,
            Date = front.Date,
            Source = front.Source,
            LeftOut = frame.LeftOut,
        };
    }
}
