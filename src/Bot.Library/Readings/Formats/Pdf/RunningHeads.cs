using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Removes repeated heads and feet of pages, and keeps the page numbers in them.</summary>
internal static partial class RunningHeads
{
    /// <summary>The share of a page's height, at the top and at the bottom, where heads and feet stand in most papers.</summary>
    private const double Margin = 0.12;

    /// <summary>A small page on large paper has its heads further in; there they must stand at the same height on each page.</summary>
    private const double WideMargin = 0.25;

    /// <summary>The same height, in points.</summary>
    private const double SameHeight = 4;

    /// <summary>A head or foot of more rows is text.</summary>
    private const int MaxRows = 4;

    /// <summary>A gap of more than this many times the usual one, or the size of the text, separates a head from the text.</summary>
    private const double ExtraGap = 1.25;

    private const int WordsOfSentence = 5;

    /// <summary>Left and right pages may have different heads, and so may chapters: three of a kind are enough, two in a short text.</summary>
    private const int MinPages = 3;

    /// <summary>The pages without the rows at their edges that come back on other pages, and with the numbers that stood there.</summary>
    public static IReadOnlyList<PdfPage> Drop(IReadOnlyList<PdfPage> pages)
    {
        var enough = Math.Clamp(pages.Count / 2, 2, MinPages);
        var rows = pages.Select(ReadRows).ToList();
        var edges = rows.ConvertAll(page => page.FindAll(row => row.IsAtEdge));
        var repeated = FindRepeated(edges, row => row.Pattern, enough);
        var verbatim = FindRepeated(edges, row => row.Line.Plain, enough);
        var margins = rows.ConvertAll(page => page.Where(row => row is { IsAtEdge: true, IsPageNumber: true }).Union(SetApart(page, row => repeated.Contains(row.Pattern) && (!row.IsSentence || verbatim.Contains(row.Line.Plain)))).ToList());
        var labels = PrintedNumbers.Of(
            [.. margins.Select(page => page.ConvertAll(row => row.Line.Plain))],
            [.. edges.Select(page => page.ConvertAll(row => row.Line.Plain))]);
        return [.. pages.Select((page, index) => page with { Words = RemoveRows(page, margins[index]), Label = labels[index] })];
    }

    private static HashSet<T> FindRepeated<T>(List<List<PageRow>> pages, Func<PageRow, T> key, int enough)
        where T : notnull => pages
        .SelectMany(page => page.Select(key).Distinct())
        .CountBy(found => found)
        .Where(count => count.Value >= enough)
        .Select(count => count.Key)
        .ToHashSet();

    private static IReadOnlyList<PdfWord> RemoveRows(PdfPage page, List<PageRow> margins)
    {
        // A mark that was put to its line is a copy of the word on the page.
        var dropped = margins.SelectMany(row => row.Words).Select(word => word with { IsRaised = false }).ToHashSet();
        return [.. page.Words.Where(word => !dropped.Contains(word))];
    }

    /// <summary>
    /// The rows that come back, from the edge on as far as a gap sets them apart from the text. Text that comes back, as in a form, is no head.
    /// </summary>
    private static IEnumerable<PageRow> SetApart(List<PageRow> rows, Func<PageRow, bool> isRepeated)
    {
        var edges = rows.GroupBy(row => row.IsAtTop)
            .Select(edge => edge.OrderBy(row => row.Place).TakeWhile(row => row.IsAtEdge && (row.IsPageNumber || isRepeated(row))).ToList())
            .ToList();
        var usualGap = MeasureUsualGap(rows, [.. edges.SelectMany(edge => edge)]);
        return edges.SelectMany(edge => edge.Take(edge.FindLastIndex(row => row.IsSetApart(usualGap) || row is { Place: 0, IsNear: true }) + 1));
    }

    /// <summary>
    /// How far the rows of the text stand apart. The gaps around what may be heads do not count, since a page with little text has as many of them,
    /// unless the page has no others.
    /// </summary>
    private static double MeasureUsualGap(List<PageRow> rows, HashSet<PageRow> heads)
    {
        var pairs = rows.Zip(rows.Skip(1)).ToList();
        var ofText = pairs.FindAll(pair => !heads.Contains(pair.First) && !heads.Contains(pair.Second));
        var gaps = (ofText.Count > 0 ? ofText : pairs).Select(pair => pair.First.Line.Foot - pair.Second.Line.Foot).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[(gaps.Count - 1) / 2];
    }

    private static List<PageRow> ReadRows(PdfPage page)
    {
        var rows = PdfRows.Of(page.Words).ConvertAll(row => (Words: row, Line: PdfLine.Of(row)));
        var gaps = rows.Zip(rows.Skip(1), (above, below) => above.Line.Foot - below.Line.Foot).ToList();
        return [.. rows.Select((row, i) =>
        {
            var line = row.Line;
            var height = (line.Foot - page.Bottom) / (page.Top - page.Bottom);
            var isAtTop = height > 0.5;
            var place = isAtTop ? i : rows.Count - 1 - i;
            var isNear = height is < Margin or > 1 - Margin;
            return new PageRow(
                row.Words,
                line,
                new Pattern(Numbers.Replace(line.Plain.ToLowerInvariant(), "#"), line.Size, isNear ? 0 : Math.Round(line.Foot / SameHeight)),
                IsAtTop: isAtTop,
                Place: place,
                IsAtEdge: place < MaxRows && height is not (> WideMargin and < 1 - WideMargin),
                IsNear: isNear,
                InnerGap: gaps.ElementAtOrDefault(isAtTop ? i : i - 1),
                IsPageNumber: (place == 0 && PageNumber.IsMatch(line.Plain)) || (isNear && PageOfPages.IsMatch(line.Plain)));
        })];
    }

    /// <summary>A row of a page.</summary>
    /// <param name="Words">What is in it.</param>
    /// <param name="Line">The same as a line.</param>
    /// <param name="Pattern">What it has in common with similar rows on other pages.</param>
    /// <param name="IsAtTop">Whether it is in the upper half of the page.</param>
    /// <param name="Place">How many rows stand between it and the edge.</param>
    /// <param name="IsAtEdge">Whether it stands where a head or foot may.</param>
    /// <param name="IsNear">Whether it is in the margin of most papers.</param>
    /// <param name="InnerGap">How far from it the next row further in stands.</param>
    /// <param name="IsPageNumber">Whether it is nothing but the page's number.</param>
    private sealed record PageRow(
        IReadOnlyList<PdfWord> Words,
        PdfLine Line,
        Pattern Pattern,
        bool IsAtTop,
        int Place,
        bool IsAtEdge,
        bool IsNear,
        double InnerGap,
        bool IsPageNumber)
    {
        /// <summary>Whether it reads as a sentence: notes of one form may stand at the foot of many pages, each with its own number.</summary>
        public bool IsSentence => Place > 0 && PlainLine.EndsSentence(Line.Plain) && PlainLine.CountWords(Line.Plain) >= WordsOfSentence;

        /// <summary>Whether there is a gap between it and what follows further in.</summary>
        public bool IsSetApart(double usualGap) => InnerGap > ExtraGap * Math.Max(usualGap, Line.Size);
    }

    /// <summary>
    /// The row with a sign for each number, since heads and feet hold the page's, its size, since a title that stands above its first page
    /// in large print may come back as the head of the others, and its height, where that counts.
    /// </summary>
    private readonly record struct Pattern(string Text, double Size, double Height);

    [GeneratedRegex(@"[0-9]+|\b[ivxl]{1,7}\b")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^[\s|–—-]*(?:page|p\.)?\s*(?:[0-9]{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*[0-9]{1,4})?[\s|–—-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber { get; }

    [GeneratedRegex(@"\bpage\s+[0-9]{1,4}\s+of\s+[0-9]{1,4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex PageOfPages { get; }
}
