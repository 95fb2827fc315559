using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Lines that belong together, in order.</summary>
/// <param name="Lines">At least one.</param>
internal sealed partial record PdfParagraph(IReadOnlyList<PdfLine> Lines)
{
    private const int MaxHeadingLength = 200;
    private const int MaxBoldHeadingLength = 120;
    private const int MaxHeadingLines = 4;

    /// <summary>Text of at least this many times the usual size is a heading.</summary>
    private const double HeadingSize = 1.12;

    /// <summary>Text below this many times the usual size is a note.</summary>
    private const double NoteSize = 0.92;

    /// <summary>What begins or ends within this many ems of the margin begins or ends at it.</summary>
    private const double AtMargin = 0.8;

    /// <summary>Where the area that it is in begins.</summary>
    public double Left { get; init; }

    /// <summary>Where the area that it is in ends.</summary>
    public double Right { get; init; }

    /// <summary>Whether it is one row of a table.</summary>
    public bool IsTableRow { get; init; }

    /// <summary>The size of its first line, in points.</summary>
    public double Size => Lines[0].Size;

    private int Length => Lines.Sum(line => line.Plain.Length);

    /// <summary>Whether it says something in words; a lone number or sign does not.</summary>
    public bool HasLetters => Lines.Any(line => line.Plain.Any(char.IsLetter));

    /// <summary>Whether it ends in the middle of a sentence.</summary>
    public bool IsOpen => !(Lines[^1].Plain is [.., '.' or '!' or '?' or ':' or ';' or '”' or '"' or '’' or '\'' or ')' or ']' or '…' or '»']);

    /// <summary>Whether it stands below or above a picture or a table, and says what that shows.</summary>
    public bool IsCaption => Caption.IsMatch(Lines[0].Plain);

    /// <summary>Whether it is a heading, by larger or bolder print than the text's.</summary>
    public bool IsHeading(PdfBody body) =>
        Lines.Count <= MaxHeadingLines
        && HasLetters
        && !IsTableRow
        && !IsCaption
        && ((Size >= HeadingSize * body.Size && Length <= MaxHeadingLength)
            || (!body.IsBold && Lines.All(line => line.IsBold) && Length <= MaxBoldHeadingLength && IsOpen));

    /// <summary>Whether it is a footnote: small print that begins with a number or a sign.</summary>
    public bool IsNote(PdfBody body) => IsSmall(body) && BeginsNote(Lines[0]);

    /// <summary>Whether its print is smaller than the text's.</summary>
    public bool IsSmall(PdfBody body) => Size < NoteSize * body.Size;

    /// <summary>Whether a line may begin a footnote.</summary>
    public static bool BeginsNote(PdfLine line) => line.Words[0].IsRaised || char.IsAsciiDigit(line.Plain[0]) || line.Plain[0] is '*' or '†' or '‡';

    /// <summary>Whether a paragraph in the next column or page continues the sentence that this one leaves open.</summary>
    public bool GoesOnIn(PdfParagraph next) =>
        IsOpen && Size.Equals(next.Size) && !IsTableRow && !next.IsTableRow && !next.IsCaption
        && (char.IsLower(next.Lines[0].Plain[0]) || Lines[^1].Plain is [.., '-' or '\u2010'] || (Right - Lines[^1].Right < Math.Max(AtMargin * Size, next.Lines[0].FirstWordWidth) && !next.IsIndented));

    private bool IsIndented => Lines[0].Left - Left > AtMargin * Size;

    [GeneratedRegex(@"^(?:Figure|Fig\.|Table|Chart|Box|Abbildung|Abb\.|Tabelle|Tableau|Figura|Tabla|Tabela|Tabella|Figuur|Tabel)\s*[0-9]{1,3}[.:]\s")]
    private static partial Regex Caption { get; }
}

/// <summary>How the text itself is printed.</summary>
/// <param name="Size">The size of most letters, in points.</param>
/// <param name="IsBold">Whether most of it is bold.</param>
internal readonly record struct PdfBody(double Size, bool IsBold)
{
    /// <summary>Measures all lines of a file.</summary>
    /// <param name="lines">At least one.</param>
    public static PdfBody Of(IReadOnlyCollection<PdfLine> lines) => new(
        lines.GroupBy(line => line.Size).MaxBy(group => group.Sum(line => line.Plain.Length))?.Key ?? 0,
        2 * lines.Where(line => line.IsBold).Sum(line => line.Plain.Length) > lines.Sum(line => line.Plain.Length));
}
