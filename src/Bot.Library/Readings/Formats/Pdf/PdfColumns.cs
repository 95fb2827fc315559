namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>
/// Orders print as it is read: down a column, then the next one. Columns are recognised by a gutter that no word crosses in a run of rows; if
/// there is none, rows are read from top to bottom.
/// </summary>
internal static class PdfColumns
{
    /// <summary>A gutter is this wide at least, in ems of the print beside it.</summary>
    private const double MinGutter = 0.9;

    /// <summary>Fewer rows beside each other may have a gap at the same place by chance.</summary>
    private const int MinRows = 4;

    /// <summary>A gap this wide, in ems, is no chance.</summary>
    private const double WideGutter = 3;

    private const int MinRowsAtWideGutter = 2;

    /// <summary>A column has this share of the width at least; what is narrower holds numbers or labels of the lines beside it.</summary>
    private const double MinWidthShare = 0.2;

    /// <summary>Beside a wide gutter a column may be narrower.</summary>
    private const double MinWidthShareAtWideGutter = 0.12;

    /// <summary>Shorter lines than this, in letters, are cells of a table, which is read row by row.</summary>
    private const int MinLineLetters = 12;

    private const int MaxLooseRows = 8;

    /// <summary>The words of a loose row cover less than this share of the width.</summary>
    private const double MaxLooseShare = 0.5;

    /// <summary>The gap below loose rows, in ems.</summary>
    private const double LooseGap = 1.8;

    /// <summary>A page with more rows is a chart; its order means nothing and takes long to find.</summary>
    private const int MaxRows = 300;

    /// <summary>The areas of a page in reading order, each with rows that stand one above the other.</summary>
    public static List<List<List<PdfWord>>> PutInReadingOrder(IReadOnlyCollection<PdfWord> words)
    {
        var areas = new List<List<List<PdfWord>>>();
        Read(words, areas);
        return areas;
    }

    private static void Read(IReadOnlyCollection<PdfWord> words, List<List<List<PdfWord>>> areas)
    {
        var rows = PdfRows.Of(words);
        var single = new List<List<PdfWord>>();
        for (var start = 0; start < rows.Count;)
        {
            if (rows.Count > MaxRows || FindColumns(rows, start) is not var (end, gutter))
            {
                single.Add(rows[start++]);
                continue;
            }

            AddArea(single, areas);
            var both = rows[start..end].SelectMany(row => row).ToList();
            Read([.. both.Where(word => FindMiddle(word) < gutter)], areas);
            Read([.. both.Where(word => FindMiddle(word) >= gutter)], areas);
            start = end;
        }

        AddArea(single, areas);
    }

    private static void AddArea(List<List<PdfWord>> rows, List<List<List<PdfWord>>> areas)
    {
        if (rows.Count > 0)
        {
            areas.Add([.. rows]);
            rows.Clear();
        }
    }

    /// <summary>The longest run of rows from one on that a gutter parts, and where the gutter is; null if there is none.</summary>
    private static (int End, double Gutter)? FindColumns(List<List<PdfWord>> rows, int start)
    {
        var size = rows[start].Average(word => word.Size);
        var (left, right) = (rows.Min(row => row[0].Left), rows.Max(row => row.Max(word => word.Right)));
        List<(double Left, double Right)> free = [(left, right)];
        (int, double)? found = null;
        for (var end = start; end < rows.Count; end++)
        {
            free = [.. free.SelectMany(gap => CutGap(gap, rows[end])).Where(gap => gap.Right - gap.Left >= MinGutter * size)];
            if (free.Count == 0)
            {
                break;
            }

            var gutters = free.Where(gap => Parts(rows, start, end + 1, gap, right - left, size)).ToList();
            if (gutters.Count > 0)
            {
                if (found is not null && IsLoose(rows, start, end, right - left) && rows[end - 1][0].Base - rows[end][0].Base > LooseGap * size)
                {
                    break;
                }

                var widest = gutters.MaxBy(gap => gap.Right - gap.Left);
                found = (end + 1, (widest.Left + widest.Right) / 2);
            }
        }

        return found;
    }

    /// <summary>Names and addresses beside each other are read before the text below them.</summary>
    private static bool IsLoose(List<List<PdfWord>> rows, int start, int end, double width) =>
        end - start <= MaxLooseRows && rows[start..end].Average(row => row.Sum(word => word.Right - word.Left)) < MaxLooseShare * width;

    private static IEnumerable<(double Left, double Right)> CutGap((double Left, double Right) gap, List<PdfWord> row)
    {
        var left = gap.Left;
        foreach (var word in row)
        {
            if (word.Right <= left)
            {
                continue;
            }

            if (word.Left >= gap.Right)
            {
                break;
            }

            if (word.Left > left)
            {
                yield return (left, word.Left);
            }

            left = word.Right;
        }

        if (left < gap.Right)
        {
            yield return (left, gap.Right);
        }
    }

    private static bool Parts(List<List<PdfWord>> rows, int start, int end, (double Left, double Right) gap, double width, double size)
    {
        var middle = (gap.Left + gap.Right) / 2;
        var (left, right) = (Side.Of(rows, start, end, word => FindMiddle(word) < middle), Side.Of(rows, start, end, word => FindMiddle(word) >= middle));
        var isWide = gap.Right - gap.Left >= WideGutter * size;
        var (fewest, narrowest) = isWide ? (MinRowsAtWideGutter, MinWidthShareAtWideGutter * width) : (MinRows, MinWidthShare * width);
        return left.Rows >= fewest && right.Rows >= fewest && left.Width >= narrowest && right.Width >= narrowest
            && left.LettersInRow >= MinLineLetters && right.LettersInRow >= MinLineLetters
            && left.Bottom < right.Top && right.Bottom < left.Top;
    }

    private static double FindMiddle(PdfWord word) => (word.Left + word.Right) / 2;

    /// <summary>The words on one side of a gutter.</summary>
    private readonly record struct Side(int Rows, double Width, double LettersInRow, double Top, double Bottom)
    {
        public static Side Of(List<List<PdfWord>> rows, int start, int end, Func<PdfWord, bool> isOnIt)
        {
            var (count, letters) = (0, 0);
            var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MinValue, double.MaxValue);
            for (var i = start; i < end; i++)
            {
                var any = false;
                foreach (var word in rows[i].Where(isOnIt))
                {
                    any = true;
                    letters += word.Letters;
                    (left, right) = (Math.Min(left, word.Left), Math.Max(right, word.Right));
                    (top, bottom) = (Math.Max(top, word.Base), Math.Min(bottom, word.Base));
                }

                count += any ? 1 : 0;
            }

            return new Side(count, right - left, count == 0 ? 0 : (double)letters / count, top, bottom);
        }
    }
}
