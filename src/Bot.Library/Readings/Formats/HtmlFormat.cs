using Bot.Library.Readings.Formats.Html;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>Saved web pages: the main text without menus, captions and footers. Nothing is ever fetched.</summary>
internal sealed class HtmlFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: false, cancellationToken);

    /// <inheritdoc />
    public RawReading ReadWhole(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: true, cancellationToken);

    private static RawReading Read(byte[] content, bool keepsAll, CancellationToken cancellationToken)
    {
        var page = HtmlPage.Parse(TextMarks.Clean(HtmlDecoding.Decode(content)), cancellationToken);
        if ((keepsAll || HtmlMetadata.KeepsAll(page.Document)) && page.Document.Body is { } body)
        {
            return HtmlMetadata.DescribeWhole(page, new MainText(HtmlBlocks.ReadWhole(body)));
        }

        var main = MainText.Find(page, cancellationToken);
        if (main.Blocks.Count == 0)
        {
            throw new UnreadableFileException(
                "the page holds no text of its own; open it in a browser, and save what you see there as .txt or .pdf");
        }

        return HtmlMetadata.Describe(page, main);
    }
}
