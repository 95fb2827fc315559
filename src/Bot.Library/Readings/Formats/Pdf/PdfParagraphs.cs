using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Cuts an area of lines where a paragraph begins.</summary>
internal sealed class PdfParagraphs
{
    /// <summary>Everything below is in ems: multiples of the size of the print.</summary>
    private const double MinIndent = 0.8;

    private const double MaxIndent = 5;

    /// <summary>Lines that are not stretched to the margin end this much before it at random.</summary>
    private const double Ragged = 2;

    /// <summary>How much further than usual the next line is where a paragraph ends.</summary>
    private const double ExtraGap = 0.4;

    /// <summary>How many lines above and below show how wide a line may be: a quotation is narrower than the text around it.</summary>
    private const int Around = 3;

    /// <summary>The distance of lines, in ems, where nothing else is known.</summary>
    private const double UsualGap = 1.3;

    /// <summary>A centred line begins and ends at least this many ems from the margins; the two sides may differ by half as much.</summary>
    private const double MinCentredMargin = 3;

    /// <summary>A quotation is centred too, but its lines are longer than this share of the width.</summary>
    private const double MaxCentredShare = 0.6;

    private const int MinCells = 3;
    private const int MinRows = 3;

    private readonly IReadOnlyList<PdfLine> area;
    private readonly PdfBody body;
    private readonly double left;
    private readonly double right;
    private readonly Dictionary<double, double> usualGaps;
    private bool notesAreRaised;

    private PdfParagraphs(IReadOnlyList<PdfLine> area, PdfBody body)
    {
        (this.area, this.body) = (area, body);
        (left, right) = (area.Min(line => line.Left), area.Max(line => line.Right));
        usualGaps = area.Zip(area.Skip(1))
            .Where(pair => pair.First.Size.Equals(pair.Second.Size))
            .GroupBy(pair => pair.First.Size, pair => pair.First.Foot - pair.Second.Foot)
            .ToDictionary(gaps => gaps.Key, gaps => gaps.Order().ElementAt((gaps.Count() - 1) / 2));
    }

    /// <summary>The paragraphs of one area.</summary>
    /// <param name="area">Lines from top to bottom; at least one.</param>
    /// <param name="body">How the text is printed.</param>
    public static IEnumerable<PdfParagraph> Of(IReadOnlyList<PdfLine> area, PdfBody body) => new PdfParagraphs(area, body).Cut();

    private IEnumerable<PdfParagraph> Cut()
    {
        var lines = new List<PdfLine>();
        var isNote = false;
        for (var i = 0; i < area.Count; i++)
        {
            var line = area[i];
            var isRow = IsTableRow(i);
            if (lines.Count > 0 && (isRow || !line.HasWords || IsTableRow(i - 1) || !area[i - 1].HasWords || Begins(i, isNote)))
            {
                yield return CreateParagraph(lines, IsTableRow(i - 1));
                lines = [];
            }

            if (!line.HasWords)
            {
                continue;
            }

            notesAreRaised |= lines.Count == 0 && !isNote && line.Words[0].IsRaised;
            isNote = lines.Count == 0 ? new PdfParagraph([line]).IsNote(body) || (isNote && new PdfParagraph([line]).IsSmall(body)) : isNote;
            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            yield return CreateParagraph(lines, IsTableRow(area.Count - 1));
        }
    }

    private PdfParagraph CreateParagraph(List<PdfLine> lines, bool isTableRow) => new(lines) { Left = left, Right = right, IsTableRow = isTableRow };

    private bool Begins(int index, bool areNotes)
    {
        var (above, line) = (area[index - 1], area[index]);
        return (!line.Size.Equals(above.Size) && Math.Abs(line.Size - above.Size) > 0.1 * above.Size)
            || (line.IsBold != above.IsBold && (IsWholeHeading(above) || IsWholeHeading(line)))
            || above.Foot - line.Foot > MeasureGap(line, above) + (ExtraGap * line.Size)
            || IsBullet(line.Plain)
            || (IsCentred(line) && (IsLoneNumber(line) || !IsInTheMiddle(above)))
            || (IsCentred(above) && (IsLoneNumber(above) || !IsInTheMiddle(line)))
            || (areNotes && PdfParagraph.BeginsNote(line) && (!notesAreRaised || line.Words[0].IsRaised))
            || IsLoneTitle(index)
            || IsLoneTitle(index - 1)
            || (EndsSentence(above.Plain) && (IsIndented(line, above) || EndsEarly(index)));
    }

    /// <summary>A short line between two paragraphs is a title, even where the paragraph above it happens to fill its last line.</summary>
    private bool IsLoneTitle(int index) =>
        index > 0 && index + 1 < area.Count
        && EndsSentence(area[index - 1].Plain) && !EndsSentence(area[index].Plain) && PlainLine.IsHeadingLike(area[index].Plain)
        && Math.Abs(area[index].Left - left) < MinIndent * area[index].Size
        && area[index + 1].Size.Equals(area[index].Size) && area[index + 1].Plain is [var next, ..] && !char.IsLower(next)
        && EndsEarly(index + 1);

    private double MeasureGap(PdfLine line, PdfLine above) =>
        line.Size.Equals(above.Size) ? usualGaps.GetValueOrDefault(line.Size) : UsualGap * Math.Max(line.Size, above.Size);

    private bool IsCentred(PdfLine line) =>
        (line.Left - left) / line.Size >= MinCentredMargin && line.Right - line.Left <= MaxCentredShare * (right - left) && IsInTheMiddle(line);

    private bool IsInTheMiddle(PdfLine line)
    {
        var (before, after) = ((line.Left - left) / line.Size, (right - line.Right) / line.Size);
        return before >= MinIndent && Math.Abs(before - after) <= MinCentredMargin / 2;
    }

    private static bool IsLoneNumber(PdfLine line) => line.Plain.TrimEnd('.') is var text && (text.Length == 1 || text.All(char.IsAsciiDigit) || RomanNumeral.TryParse(text, out _));

    private bool IsIndented(PdfLine line, PdfLine above) =>
        (line.Left - left) / line.Size is >= MinIndent and <= MaxIndent && line.Left - above.Left >= MinIndent * line.Size;

    private bool EndsEarly(int index)
    {
        var (above, line) = (area[index - 1], area[index]);
        var here = area.Skip(index - 1 - Around).Take((2 * Around) + 1).Where(other => Math.Abs(other.Left - above.Left) < MaxIndent * line.Size);
        return here.Max(other => other.Right) - above.Right > line.FirstWordWidth + (Ragged * line.Size);
    }

    private bool IsWholeHeading(PdfLine line) => line.IsBold && new PdfParagraph([line]).IsHeading(body);

    private bool IsTableRow(int index)
    {
        if (area[index].Cells.Count < MinCells)
        {
            return false;
        }

        var (first, last) = (index, index);
        while (first > 0 && index - first < MinRows && area[first - 1].Cells.Count >= MinCells)
        {
            first--;
        }

        while (last + 1 < area.Count && last - index < MinRows && area[last + 1].Cells.Count >= MinCells)
        {
            last++;
        }

        return last - first + 1 >= MinRows;
    }

    private static bool IsBullet(string text) => text is ['•' or '◦' or '▪' or '‣' or '●' or '■' or '–', ' ', ..];

    private static bool EndsSentence(string text) =>
        text.TrimEnd('”', '"', '’', '\'', ')', ']', '»') is [.., '.' or '!' or '?' or ':' or '…'];
}
