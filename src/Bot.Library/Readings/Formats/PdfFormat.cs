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
    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(document, cancellationToken);
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new UnreadableFileException("the PDF has a password; save a copy without one", locked);
        }
#pragma warning disable CA1031 // A damaged file fails anywhere in the parser, with whatever the code there happens to throw.
        catch (Exception broken) when (broken is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException("the PDF is damaged; open it in a viewer, print it to a new PDF, and use that", broken);
        }
#pragma warning restore CA1031
    }

    private static RawReading Read(PdfDocument document, CancellationToken cancellationToken)
    {
        var pages = new List<PdfPage>();
        foreach (var page in document.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PdfPage.Of(page));
        }

        TextLayer.RequireIn(pages);
        var information = document.Information;
        var read = PdfBlocks.Of(RunningHeads.Drop(pages), FileProperties.ReadTitle(information.Title), cancellationToken);
        var empty = pages.Count(page => page.Words.Count == 0);
        return read with
        {
            Author = FileProperties.ReadAuthor(information.Author),
            Date = read.Date ?? FileProperties.ReadDate(information.GetCreatedDateTimeOffset()),
            Warnings = empty == 0 ? [] : [$"{empty} of {pages.Count} pages hold no text, only pictures or nothing. Run text recognition (OCR) on the file if they should."],
        };
    }
}
