using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Drops what stands above and below the text on page after page.</summary>
internal static partial class RunningHeads
{
    /// <summary>The share of a page's height, at the top and at the bottom, where heads and feet stand.</summary>
    private const double Margin = 0.12;

    /// <summary>Left and right pages may have different heads, and so may chapters: three of a kind are enough, two in a short text.</summary>
    private const int EnoughPages = 3;

    /// <summary>The pages without the lines in their margins that come back on other pages, and without page numbers.</summary>
    public static IReadOnlyList<PdfPage> Drop(IReadOnlyList<PdfPage> pages)
    {
        var enough = Math.Clamp(pages.Count / 2, 2, EnoughPages);
        var repeated = pages
            .SelectMany(page => page.Blocks.SelectMany(block => block).Where(line => IsInMargin(page, line)).Select(Pattern).Distinct())
            .CountBy(pattern => pattern)
            .Where(count => count.Value >= enough)
            .Select(count => count.Key)
            .ToHashSet();
        return [.. pages.Select(page => page with { Blocks = [.. Without(page, repeated, pages.Count > 1)] })];
    }

    private static IEnumerable<IReadOnlyList<PdfLine>> Without(PdfPage page, HashSet<(string Text, double Size)> repeated, bool dropNumbers) => page.Blocks
        .Select(block => block.Where(line => !IsInMargin(page, line)
            || !(repeated.Contains(Pattern(line)) || (dropNumbers && PageNumber().IsMatch(line.Text)))).ToList())
        .Where(block => block.Count > 0);

    private static bool IsInMargin(PdfPage page, PdfLine line)
    {
        var height = (line.Foot - page.Bottom) / (page.Top - page.Bottom);
        return height is < Margin or > 1 - Margin;
    }

    /// <summary>
    /// The line with a sign for each number, since heads and feet hold the page's, and its size, since a title that stands
    /// above its first page in large print may come back as the head of the others.
    /// </summary>
    private static (string Text, double Size) Pattern(PdfLine line) => (Numbers().Replace(line.Text.ToLowerInvariant(), "#"), line.Size);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[\s|–—-]*(?:page|p\.)?\s*(?:[0-9]{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*[0-9]{1,4})?[\s|–—-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
