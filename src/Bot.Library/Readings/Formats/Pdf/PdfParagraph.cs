namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Lines that belong together, in order.</summary>
/// <param name="Lines">At least one.</param>
internal sealed record PdfParagraph(IReadOnlyList<PdfLine> Lines)
{
    private const int LongestHeading = 200;
    private const int LongestBoldHeading = 120;
    private const int MostHeadingLines = 4;

    /// <summary>Print is a heading's from this many times the size of the text on.</summary>
    private const double HeadingSize = 1.12;

    /// <summary>Print is a note's below this many times the size of the text.</summary>
    private const double NoteSize = 0.92;

    /// <summary>The size of its first line, in points.</summary>
    public double Size => Lines[0].Size;

    private int Length => Lines.Sum(line => line.Text.Length);

    /// <summary>Whether it says something in words; a lone number or sign does not.</summary>
    public bool HasLetters => Lines.Any(line => line.Text.Any(char.IsLetter));

    /// <summary>Whether its last words leave a sentence open.</summary>
    public bool IsOpen => !(Lines[^1].Text is [.., '.' or '!' or '?' or ':' or ';' or '”' or '"' or '’' or '\'' or ')' or ']' or '…' or '»']);

    /// <summary>Whether it names what follows, told by larger or bolder print than the text's.</summary>
    public bool IsHeading(PdfBody body) =>
        Lines.Count <= MostHeadingLines
        && HasLetters
        && ((Size >= HeadingSize * body.Size && Length <= LongestHeading)
            || (!body.IsBold && Lines.All(line => line.IsBold) && Length <= LongestBoldHeading && IsOpen));

    /// <summary>Whether it is a footnote: small print that begins with a number or a sign.</summary>
    public bool IsNote(PdfBody body) => Size < NoteSize * body.Size && BeginsNote(Lines[0]);

    /// <summary>Whether a line may begin a footnote.</summary>
    public static bool BeginsNote(PdfLine line) => char.IsAsciiDigit(line.Text[0]) || line.Text[0] is '*' or '†' or '‡';

    /// <summary>Whether a paragraph on the next column or page goes on with the sentence that this one leaves open.</summary>
    public bool GoesOnIn(PdfParagraph next) =>
        IsOpen && Size.Equals(next.Size) && (char.IsLower(next.Lines[0].Text[0]) || Lines[^1].Text is [.., '-' or '\u2010']);
}

/// <summary>How the text itself is printed.</summary>
/// <param name="Size">The size of most letters, in points.</param>
/// <param name="IsBold">Whether most of it is bold.</param>
internal readonly record struct PdfBody(double Size, bool IsBold)
{
    /// <summary>Measures all lines of a file.</summary>
    /// <param name="lines">At least one.</param>
    public static PdfBody Of(IReadOnlyCollection<PdfLine> lines) => new(
        lines.GroupBy(line => line.Size).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0,
        2 * lines.Where(line => line.IsBold).Sum(line => line.Text.Length) > lines.Sum(line => line.Text.Length));
}
