using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;
using Bot.Library.Readings.Structure;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Plain text: written as such, or saved from a web page with the page's boilerplate around it (<see cref="PageHeader"/>,
/// <see cref="PageFooter"/>). A text that begins with a heading of Markdown is Markdown, whatever its file is called, and one with
/// underlined headings is read as <see cref="RestructuredText"/>.
/// </summary>
internal sealed partial class TextFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text", ".rst"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        var text = TextDecoding.Decode(content).ReplaceLineEndings("\n");
        return MarkdownHeading.IsMatch(text) ? MarkdownFormat.Read(text, cancellationToken)
            : RestructuredText.Is(text) ? MarkdownFormat.Read(RestructuredText.ToMarkdown(text), cancellationToken)
            : Read(content, keepsAll: false, cancellationToken);
    }

    /// <inheritdoc />
    public RawReading ReadWhole(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: true, cancellationToken);

    private static RawReading Read(byte[] content, bool keepsAll, CancellationToken cancellationToken)
    {
        var (saysKeep, whole) = KeepLine.Take(TextMarks.Clean(TextDecoding.Decode(content)));
        keepsAll |= saysKeep;
        var (joined, hasHeads) = TextPages.Join(whole, keepsAll);
        var (frame, text) = keepsAll ? (new GutenbergFrame(), joined) : GutenbergFrame.Take(joined);
        var paragraphs = Transcription.Read(TextParagraphs.Of(text));
        var cast = Cast.Of(paragraphs);
        var lines = Speeches.JoinNames(paragraphs, cast);
        cancellationToken.ThrowIfCancellationRequested();

        if (keepsAll)
        {
            return new RawReading([.. TextSections.Of(lines, cast)]) { KeepsAll = true };
        }

        // A book of a library is no saved page: none of its lines is the site's.
        var header = frame.Title is { } title ? PageHeader.OfBook(lines, title, frame.Author) : PageHeader.Read(lines);
        var footer = frame.Title is null ? PageFooter.Read(header.Rest) : PageFooter.None(header.Rest);
        var blocks = new List<RawBlock>(header.Standfirst.Select(line => new RawBlock(line)));
        blocks.AddRange(TextSections.Of(footer.Body, cast));
        if (footer.AboutAuthor.Count > 0)
        {
            blocks.Add(new RawBlock(SectionName.AboutAuthor, IsHeading: true));
            blocks.AddRange(footer.AboutAuthor.Select(line => new RawBlock(line)));
        }

        return new RawReading(blocks)
        {
            Title = frame.Title ?? (header.Title is { } named ? TextMarks.RemoveMarks(named) : null),
            Author = frame.Author ?? header.Author ?? footer.Author,
            Date = header.Date,
            Source = header.Source,
            LeftOut =
            [
                .. frame.LeftOut,
                .. hasHeads ? [LeftOutParts.RunningHeads] : Array.Empty<string>(),
                .. footer.IsCut || (frame.Title is null && lines.Any(Boilerplate.IsLine)) ? [LeftOutParts.PageNotices] : Array.Empty<string>(),
            ],
        };
    }

    // A line by itself; directly above other lines the sign can begin a comment or a number.
    [GeneratedRegex(@"\A\s*#{1,6}[ \t]+\S[^\n]*\n[ \t\r]*\n")]
    private static partial Regex MarkdownHeading { get; }
}
