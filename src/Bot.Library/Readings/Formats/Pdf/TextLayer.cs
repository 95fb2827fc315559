using System.Globalization;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Distinguishes a file with text from a scan.</summary>
internal static class TextLayer
{
    /// <summary>A scan may have a stamp or a page number as text.</summary>
    private const int MinCharactersPerPage = 15;

    private const double MaxUnreadableShare = 0.3;

    /// <summary>Makes sure that there is text, in letters that mean something.</summary>
    /// <exception cref="UnreadableFileException">There is not.</exception>
    public static void RequireIn(IReadOnlyList<PdfPage> pages)
    {
        var words = pages.SelectMany(page => page.Words).Select(word => word.Text).ToList();
        var characters = words.Sum(word => word.Length);
        if (characters == 0 || (pages.Count > 2 && characters < MinCharactersPerPage * pages.Count))
        {
            throw new UnreadableFileException(
                "the PDF has no text layer, only pictures of pages; run text recognition (OCR) on it, and use the file that this gives");
        }

        if (words.Sum(word => word.Count(IsUnreadable)) > MaxUnreadableShare * characters)
        {
            throw new UnreadableFileException(
                "the PDF does not say which letters its signs stand for; run text recognition (OCR) on it, or find another copy");
        }
    }

    private static bool IsUnreadable(char unit) =>
        unit == '\uFFFD' || char.GetUnicodeCategory(unit) is UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned;
}
