using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>A page, as blocks of lines that stand together.</summary>
/// <param name="Bottom">The height of its lower edge, in points.</param>
/// <param name="Top">The height of its upper edge.</param>
/// <param name="Blocks">Each with its lines from top to bottom; in no order until <see cref="InReadingOrder"/>.</param>
internal sealed record PdfPage(double Bottom, double Top, IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    /// <summary>The order of more blocks than this, of a table or a chart, takes long to think about and means nothing.</summary>
    private const int MostOrdered = 150;

    // The files are read side by side already; each is read on one thread.
    private static readonly NearestNeighbourWordExtractor Words = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly DocstrumBoundingBoxes Segmenter = new(new() { MaxDegreeOfParallelism = 1 });

    /// <summary>Takes the print on a page apart; print that runs up the margin is left out.</summary>
    public static PdfPage Of(Page page)
    {
        var letters = page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal).ToList();
        var words = Words.GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        var blocks = words.Count == 0 ? [] : Segmenter.GetBlocks(words);
        var box = page.CropBox.Bounds;
        return new PdfPage(box.Bottom, box.Top, [.. blocks.Select(Lines).Where(lines => lines.Count > 0)]);
    }

    /// <summary>The blocks as they are read: down a column, then the next one.</summary>
    public IEnumerable<IReadOnlyList<PdfLine>> InReadingOrder()
    {
        var blocks = Blocks.ToDictionary(lines => new TextBlock([.. lines.Select(line => line.Printed)]));
        IReadingOrderDetector detector = blocks.Count > MostOrdered ? RenderingReadingOrderDetector.Instance : UnsupervisedReadingOrderDetector.Instance;
        return detector.Get([.. blocks.Keys]).OrderBy(block => block.ReadingOrder).Select(block => blocks[block]);
    }

    private static List<PdfLine> Lines(TextBlock block) =>
        [.. block.TextLines.Select(PdfLine.Of).Where(line => line.Text.Length > 0)];
}
