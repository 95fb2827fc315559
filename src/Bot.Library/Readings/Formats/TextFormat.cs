using Bot.Library.Readings.Raw;
using Bot.Library.Readings.Structure;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Plain text: written as such, or saved from a web page with the page's boilerplate around it (<see cref="PageHeader"/>,
/// <see cref="PageFooter"/>).
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

        var header = PageHeader.Read(lines);
        var footer = PageFooter.Read(header.Rest);
        var blocks = new List<RawBlock>(header.Standfirst.Select(line => new RawBlock(line)));
        blocks.AddRange(TextSections.Of(footer.Body));
        if (footer.AboutAuthor.Count > 0)
        {
            blocks.Add(new RawBlock(SectionName.AboutAuthor, IsHeading: true));
            blocks.AddRange(footer.AboutAuthor.Select(line => new RawBlock(line)));
        }

        return new RawReading(blocks)
        {
            Title = frame.Title ?? header.Title,
            Author = frame.Author ?? header.Author ?? footer.Author,
            Date = header.Date,
            Source = header.Source,
            LeftOut = footer.IsCut || lines.Any(Boilerplate.IsLine) ? [.. frame.LeftOut, LeftOutParts.PageNotices] : frame.LeftOut,
        };
    }
}
