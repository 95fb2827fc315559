using System.Text.RegularExpressions;
using Bot.Library.Readings.Formats.Pdf;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Joins the pages of a plain text that a form feed separates, as in RFCs and in what programs make of a PDF: the heads and feet that come back are left
/// out, the page numbers in them are kept, and columns are put in reading order.
/// </summary>
internal static partial class TextPages
{
    /// <summary>How many lines at the top and at the bottom of a page may be a head or foot.</summary>
    private const int MaxRows = 2;

    private const int MinPages = 3;
    private const int MaxHeadLength = 150;
    private const int WordsOfText = 8;
    private const int WordsOfSentence = 5;

    /// <summary>The text in one piece.</summary>
    /// <param name="text">With form feeds between its pages, if it has pages.</param>
    /// <param name="keepsAll">Whether heads and feet are text too.</param>
    public static (string Text, bool HasHeads) Join(string text, bool keepsAll)
    {
        var pages = text.Split('\f').Select(page => TrimBlankLines(page.ReplaceLineEndings("\n").Split('\n'))).Where(page => page.Count > 0).ToList();
        IReadOnlyList<string?> labels = [];
        var hasHeads = false;
        if (!keepsAll && pages.Count >= MinPages)
        {
            var edges = pages.ConvertAll(ListEdges);
            var repeated = edges.SelectMany(page => page.Select(row => CreatePattern(row.Text)).Distinct()).CountBy(row => row).Where(row => row.Value >= MinPages).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            var margins = pages.Zip(edges, (page, rows) => FindHeads(page, rows, repeated)).ToList();
            labels = PrintedNumbers.Of([.. margins.Select(page => page.ConvertAll(row => row.Text))], [.. edges.Select(page => page.ConvertAll(row => row.Text))]);
            hasHeads = margins.Exists(page => page.Count > 0);
            pages = [.. pages.Zip(margins, (page, heads) => TrimBlankLines([.. page.Where((_, index) => !heads.Exists(head => head.Index == index))]))];
        }

        var lines = new List<string>();
        foreach (var (index, page) in pages.Index())
        {
            var read = TextColumns.PutInReadingOrder(TextBoxes.Open(page)).ToList();
            if (read.Count > 0)
            {
                Add(lines, read, labels.ElementAtOrDefault(index));
            }
        }

        return (string.Join('\n', lines), hasHeads);
    }

    private static void Add(List<string> lines, List<string> page, string? label)
    {
        if (lines.Count > 0 && !GoesOn(lines[^1], page[0]))
        {
            lines.Add("");
        }

        // Above the text of the first page stands its title.
        var first = lines.Count == 0 ? Math.Max(0, page.FindIndex(line => PlainLine.CountWords(line.Trim()) >= WordsOfText)) : 0;
        lines.AddRange(page.Select((line, index) => label is not null && index == first ? line.Insert(SetApart.IndentOf(line), TextMarks.MarkPage(label)) : line));
    }

    private static bool GoesOn(string line, string next) => !PlainLine.EndsSentence(line.TrimEnd()) && next.TrimStart() is [var first, ..] && char.IsLower(first);

    /// <summary>The rows that come back, from the edge on as far as a blank line sets them apart from the text.</summary>
    private static List<Row> FindHeads(List<string> page, List<Row> edges, HashSet<string> repeated) =>
        [.. edges.GroupBy(row => row.IsAtTop).SelectMany(edge =>
        {
            var rows = edge.OrderBy(row => row.Place).TakeWhile(row => PageNumber.IsMatch(row.Text) || (repeated.Contains(CreatePattern(row.Text)) && !row.IsSentence)).ToList();
            return rows.Take(rows.FindLastIndex(row => row.Place == 0 || string.IsNullOrWhiteSpace(page.ElementAtOrDefault(row.Index + (row.IsAtTop ? 1 : -1)))) + 1);
        })];

    private static List<Row> ListEdges(List<string> page)
    {
        var rows = page.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => (line.Index, Text: Folding.Fold(line.Item).Trim())).ToList();
        return [.. rows.Index().Select(row => new Row(row.Item.Index, row.Item.Text, Math.Min(row.Index, rows.Count - 1 - row.Index), row.Index * 2 < rows.Count)).Where(row => row.Place < MaxRows && row.Text.Length <= MaxHeadLength)];
    }

    private static List<string> TrimBlankLines(IEnumerable<string> page)
    {
        var lines = page.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        return [.. lines.Take(lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line)) + 1)];
    }

    private static string CreatePattern(string row) => Numbers.Replace(row.ToLowerInvariant(), "#");

    /// <summary>A line near the edge of a page.</summary>
    /// <param name="Index">Its place on the page.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="Place">How many lines stand between it and the edge.</param>
    /// <param name="IsAtTop">Whether the edge is the upper one.</param>
    private sealed record Row(int Index, string Text, int Place, bool IsAtTop)
    {
        /// <summary>Whether it reads as a sentence: notes of one form may stand at the foot of many pages.</summary>
        public bool IsSentence => Place > 0 && PlainLine.EndsSentence(Text) && PlainLine.CountWords(Text) >= WordsOfSentence;
    }

    [GeneratedRegex(@"[0-9]+|\b[ivxl]{1,7}\b")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^[\s|\[–—-]*(?:page|p\.)?\s*(?:[0-9]{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*[0-9]{1,4})?[\s|\]–—-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber { get; }
}
