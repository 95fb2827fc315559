namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Puts words that stand on one height side by side.</summary>
internal static class PdfRows
{
    private const double SameHeight = 0.2;

    /// <summary>A mark above or below its line is smaller than the line's print by this factor at least.</summary>
    private const double MarkSize = 0.85;

    /// <summary>How far above or below the line a mark stands, in ems of the line.</summary>
    private const double MarkOffset = 0.65;

    /// <summary>How far from a word a mark that belongs to it stands, in ems of the line.</summary>
    private const double MarkGap = 0.35;

    private const int MaxMarkLength = 4;

    /// <summary>The rows of an area, from top to bottom, each from left to right.</summary>
    public static List<List<PdfWord>> Of(IReadOnlyCollection<PdfWord> words)
    {
        var rows = new List<List<PdfWord>>();
        foreach (var word in words.OrderByDescending(word => word.Base))
        {
            if (rows.Count > 0 && rows[^1][0].Base - word.Base <= SameHeight * Math.Max(word.Size, rows[^1][0].Size))
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }

        PutMarksToTheirLines(rows);
        foreach (var row in rows)
        {
            row.Sort((one, other) => one.Left.CompareTo(other.Left));
        }

        return rows;
    }

    private static void PutMarksToTheirLines(List<List<PdfWord>> rows)
    {
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var marks = rows[i].Where(word => word.Text.Length <= MaxMarkLength).ToList();
            foreach (var mark in marks)
            {
                if (FindNeighbours(rows, i).FirstOrDefault(row => IsAt(row, mark)) is { } line)
                {
                    rows[i].Remove(mark);
                    line.Add(mark with { IsRaised = mark.Base > line[0].Base });
                }
            }

            if (rows[i].Count == 0)
            {
                rows.RemoveAt(i);
            }
        }
    }

    private static IEnumerable<List<PdfWord>> FindNeighbours(List<List<PdfWord>> rows, int index) =>
        new[] { index + 1, index - 1, index + 2, index - 2 }.Where(place => place >= 0 && place < rows.Count).Select(place => rows[place]).Where(row => row.Count > 0);

    private static bool IsAt(List<PdfWord> row, PdfWord mark) => row.Any(word =>
        !word.IsRaised
        && mark.Size <= MarkSize * word.Size
        && Math.Abs(mark.Base - word.Base) <= MarkOffset * word.Size
        && (Math.Abs(mark.Left - word.Right) <= MarkGap * word.Size || Math.Abs(word.Left - mark.Right) <= MarkGap * word.Size));
}
