using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Puts the columns of a plain text in reading order: down the left one, then the right one. Programs that turn printed pages into text often keep them side
/// by side. A table has a gap down its middle too, but its lines do not continue sentences.
/// </summary>
internal static class TextColumns
{
    private const int MinGutter = 2;
    private const int MinRows = 6;
    private const int MinColumnWidth = 18;

    /// <summary>So many lines have text on both sides of the gap; others may not, since the rows of the columns may stand at different heights.</summary>
    private const int MinFullRows = 3;

    /// <summary>The shorter column has this share of the lines of the longer one at least; cells of a table differ more.</summary>
    private const double MinShare = 0.4;

    /// <summary>So many lines of a column fill at least this share of its width.</summary>
    private const double MinLongLines = 0.6;
    private const double LongLine = 0.7;

    /// <summary>In prose about half of the lines begin in the middle of a sentence with a small letter, in a list of sources a quarter.</summary>
    private const double MinContinuing = 0.2;

    /// <summary>Lines of prose rarely have a gap in them.</summary>
    private const double MaxWithGap = 0.1;

    private const int MaxBlankLines = 2;

    /// <summary>A page has no more lines.</summary>
    private const int MaxRows = 150;

    /// <summary>The lines of one page with each run of columns in reading order.</summary>
    public static IReadOnlyList<string> PutInReadingOrder(IReadOnlyList<string> lines)
    {
        var ordered = new List<string>(lines.Count);
        for (var start = 0; start < lines.Count;)
        {
            if (FindColumns(lines, start) is var (end, gutter))
            {
                ordered.AddRange(Cut(lines, start, end, gutter));
                start = end;
            }
            else
            {
                ordered.Add(lines[start++]);
            }
        }

        return ordered;
    }

    /// <summary>The run of lines from one on that a gap of spaces divides, and where the right column begins; null if they are not columns.</summary>
    private static (int End, int Right)? FindColumns(IReadOnlyList<string> lines, int start)
    {
        var (gaps, blank, end) = (FindGaps(lines[start]), 0, start);
        for (; end < lines.Count && end - start < MaxRows && blank <= MaxBlankLines; end++)
        {
            List<(int Start, int End)> narrowed = [.. gaps.SelectMany(gap => Narrow(gap, lines[end])).Where(gap => gap.End - gap.Start >= MinGutter)];
            if (narrowed.Count == 0)
            {
                break;
            }

            gaps = narrowed;
            blank = string.IsNullOrWhiteSpace(lines[end]) ? blank + 1 : 0;
        }

        return gaps.Find(gap => AreColumns(lines, start, end, gap.End)) is { End: > 0 } gutter ? (end, gutter.End) : null;
    }

    /// <summary>The runs of spaces between words of a line.</summary>
    private static List<(int Start, int End)> FindGaps(string line)
    {
        var gaps = new List<(int, int)>();
        var text = line.TrimEnd();
        for (var i = line.Length - line.TrimStart().Length; i < text.Length; i++)
        {
            var end = i;
            while (text[end] == ' ')
            {
                end++;
            }

            if (end - i >= MinGutter)
            {
                gaps.Add((i, end));
            }

            i = Math.Max(i, end);
        }

        return gaps;
    }

    /// <summary>What another line leaves free of a gap.</summary>
    private static IEnumerable<(int Start, int End)> Narrow((int Start, int End) gap, string line)
    {
        var start = gap.Start;
        for (var i = gap.Start; i <= gap.End; i++)
        {
            if (i == gap.End || (i < line.Length && line[i] != ' '))
            {
                if (i > start)
                {
                    yield return (start, i);
                }

                start = i + 1;
            }
        }
    }

    private static bool AreColumns(IReadOnlyList<string> lines, int start, int end, int right)
    {
        var rows = lines.Skip(start).Take(end - start).ToList();
        var left = rows.Select(line => Left(line, right)).Where(line => line.Length > 0).ToList();
        var other = rows.Select(line => Right(line, right)).Where(line => line.Length > 0).ToList();
        return rows.Count(line => Left(line, right).Length > 0 && Right(line, right).Length > 0) >= MinFullRows
            && Math.Min(left.Count, other.Count) >= Math.Max(MinRows, MinShare * Math.Max(left.Count, other.Count))
            && IsProse(left) && IsProse(other);
    }

    private static bool IsProse(List<string> column)
    {
        var width = column.Max(line => line.Length);
        return width >= MinColumnWidth
            && column.Count(line => line.Length >= LongLine * width) >= MinLongLines * column.Count
            && column.Count(line => char.IsLower(line[0])) >= MinContinuing * column.Count
            && column.Count(line => line.Contains("   ", StringComparison.Ordinal) || line.Contains('\t', StringComparison.Ordinal)) <= MaxWithGap * column.Count;
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> lines, int start, int end, int right)
    {
        var run = lines.Skip(start).Take(end - start).ToList();
        var left = run.ConvertAll(line => line[..Math.Min(right, line.Length)].TrimEnd());
        var rest = run.ConvertAll(line => line.Length > right ? line[right..].TrimEnd() : "");
        return [.. DropOffsets(left), .. DropOffsets(rest)];
    }

    /// <summary>Where the rows of the columns stand at different heights, a line may have an empty one behind it in the middle of a sentence.</summary>
    private static List<string> DropOffsets(List<string> column)
    {
        var width = column.Max(line => line.Trim().Length);
        var kept = new List<string>(column.Count);
        foreach (var (index, line) in column.Index())
        {
            if (line.Length > 0 || (kept.Count > 0 && index + 1 < column.Count && !(kept[^1].Trim().Length >= LongLine * width && !PlainLine.EndsSentence(kept[^1]))))
            {
                kept.Add(line);
            }
        }

        return kept;
    }

    private static string Left(string line, int right) => line[..Math.Min(right, line.Length)].Trim();

    private static string Right(string line, int right) => line.Length > right ? line[right..].Trim() : "";
}
