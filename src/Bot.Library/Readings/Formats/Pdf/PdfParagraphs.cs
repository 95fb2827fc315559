namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Cuts a block of lines where a paragraph begins.</summary>
internal static class PdfParagraphs
{
    /// <summary>Everything below is in ems: multiples of the size of the print.</summary>
    private const double LeastIndent = 0.8;

    private const double MostIndent = 5;

    /// <summary>Lines that are not stretched to the margin end this much before it at random.</summary>
    private const double Ragged = 2;

    /// <summary>How much further than usual the next line is where a paragraph ends.</summary>
    private const double ExtraGap = 0.4;

    /// <summary>The paragraphs of one block.</summary>
    /// <param name="block">Lines from top to bottom; at least one.</param>
    /// <param name="body">How the text is printed.</param>
    public static IEnumerable<PdfParagraph> Of(IReadOnlyList<PdfLine> block, PdfBody body)
    {
        var (left, right, gap) = (block.Min(line => line.Left), block.Max(line => line.Right), UsualGap(block));
        var areNotes = new PdfParagraph([block[0]]).IsNote(body);
        var lines = new List<PdfLine> { block[0] };
        foreach (var line in block.Skip(1))
        {
            if (Begins(line, lines[^1]))
            {
                yield return new PdfParagraph([.. lines]);
                lines.Clear();
            }

            lines.Add(line);
        }

        yield return new PdfParagraph(lines);

        bool Begins(PdfLine line, PdfLine above) =>
            !line.Size.Equals(above.Size) && Math.Abs(line.Size - above.Size) > 0.1 * above.Size
            || line.IsBold != above.IsBold && (IsWholeHeading(above) || IsWholeHeading(line))
            || above.Foot - line.Foot > gap + ExtraGap * line.Size
            || IsBullet(line.Text)
            || (areNotes && PdfParagraph.BeginsNote(line))
            || (EndsSentence(above.Text) && (IsIndented(line, above) || HadRoom(line, above)));

        bool IsIndented(PdfLine line, PdfLine above) =>
            (line.Left - left) / line.Size is >= LeastIndent and <= MostIndent && line.Left - above.Left >= LeastIndent * line.Size;

        bool HadRoom(PdfLine line, PdfLine above) => right - above.Right > line.FirstWordWidth + Ragged * line.Size;

        bool IsWholeHeading(PdfLine line) => line.IsBold && new PdfParagraph([line]).IsHeading(body);
    }

    private static double UsualGap(IReadOnlyList<PdfLine> block)
    {
        var gaps = block.Zip(block.Skip(1), (above, line) => above.Foot - line.Foot).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 2];
    }

    private static bool IsBullet(string text) => text is ['•' or '◦' or '▪' or '‣' or '●' or '■' or '–', ' ', ..];

    private static bool EndsSentence(string text) =>
        text.TrimEnd('”', '"', '’', '\'', ')', ']', '»') is [.., '.' or '!' or '?' or ':' or '…'];
}
