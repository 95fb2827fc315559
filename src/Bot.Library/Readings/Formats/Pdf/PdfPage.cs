using UglyToad.PdfPig.Content;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>A page, as words in their places.</summary>
/// <param name="Bottom">The height of its lower edge, in points.</param>
/// <param name="Top">The height of its upper edge.</param>
/// <param name="Words">In no order.</param>
internal sealed record PdfPage(double Bottom, double Top, IReadOnlyList<PdfWord> Words)
{
    /// <summary>The number that is printed on it, if there is one.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the numbers of its lines are left out.</summary>
    public bool HasLineNumbers { get; init; }

    /// <summary>Reads the words on a page; text that runs up the margin is left out.</summary>
    public static PdfPage Of(Page page, PdfGlyphNames names)
    {
        var box = page.CropBox.Bounds;
        var words = PdfLetters.ReadWords(page.Letters, names.Says);
        var text = LineNumbers.Drop(words);
        return new PdfPage(box.Bottom, box.Top, text) { HasLineNumbers = text.Count < words.Count };
    }

    /// <summary>The same with the numbers of its lines.</summary>
    public static PdfPage ReadWhole(Page page, PdfGlyphNames names)
    {
        var box = page.CropBox.Bounds;
        return new PdfPage(box.Bottom, box.Top, PdfLetters.ReadWords(page.Letters, names.Says));
    }

    /// <summary>The lines as they are read, in areas: down a column, then the next one.</summary>
    public IEnumerable<IReadOnlyList<PdfLine>> ReadLines() => PdfColumns.PutInReadingOrder(Words)
        .Select(rows => (IReadOnlyList<PdfLine>)[.. rows.Select(row => PdfLine.Of(row) with { Page = Label }).Where(line => line.Plain.Length > 0)])
        .Where(lines => lines.Count > 0);
}
