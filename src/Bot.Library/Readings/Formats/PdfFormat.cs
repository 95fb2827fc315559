using Bot.Library.Readings.Formats.Pdf;
using Bot.Library.Readings.Raw;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Library.Readings.Formats;

/// <summary>PDF files that hold text, not only pictures of it: lines are joined, running heads and page numbers left out.</summary>
internal sealed class PdfFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: false, cancellationToken);

    /// <inheritdoc />
    public RawReading ReadWhole(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: true, cancellationToken);

    private static RawReading Read(byte[] content, bool keepsAll, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(document, keepsAll, cancellationToken);
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new UnreadableFileException("the PDF has a password; save a copy without one", locked);
        }
#pragma warning disable CA1031 // A damaged file fails anywhere in the parser, with whatever the code there happens to throw.
        catch (Exception broken) when (broken is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException("the PDF is damaged or uses fonts that cannot be read; open it in a viewer, print it to a new PDF, and use that", broken);
        }
#pragma warning restore CA1031
    }

    private static RawReading Read(PdfDocument document, bool keepsAll, CancellationToken cancellationToken)
    {
        var pages = new List<PdfPage>();
        var names = new PdfGlyphNames(document);
        foreach (var page in document.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(keepsAll ? PdfPage.ReadWhole(page, names) : PdfPage.Of(page, names));
        }

        TextLayer.RequireIn(pages);
        var information = document.Information;
        var text = keepsAll ? pages : RunningHeads.Drop(pages);
        var read = PdfBlocks.Of(text, FileProperties.ReadTitle(information.Title), keepsAll, cancellationToken);
        var empty = pages.Count(page => page.Words.Count == 0);
        return read with
        {
            Author = FileProperties.ReadAuthor(information.Author),
            Date = read.Date ?? FileProperties.ReadDate(information.GetCreatedDateTimeOffset()),
            KeepsAll = keepsAll,
            LeftOut = [.. ListLeftOut(pages, text), .. read.LeftOut],
            Warnings = empty == 0 ? [] : [$"{empty} of {pages.Count} pages hold no text, only pictures or nothing. Run text recognition (OCR) on the file if they should."],
        };
    }

    private static IEnumerable<string> ListLeftOut(List<PdfPage> pages, IReadOnlyList<PdfPage> text)
    {
        if (pages.Sum(page => page.Words.Count) > text.Sum(page => page.Words.Count))
        {
            yield return LeftOutParts.RunningHeads;
        }

        if (pages.Exists(page => page.HasLineNumbers))
        {
            yield return LeftOutParts.LineNumbers;
        }
    }
}
