using System.Text;

namespace Bot.Library.Readings.Raw;

/// <summary>Makes one line of text out of what a file has on several.</summary>
internal static class Folding
{
    private const int FirstLigature = 0xFB00;
    private const int LastLigature = 0xFB06;

    // The letters and figures of formulas in Unicode: thirteen alphabets, bold, italic and others, each A to Z and a to z, and five rows of figures.
    private const int FirstFormulaLetter = 0x1D400;
    private const int LastFormulaLetter = 0x1D6A3;
    private const int FirstFormulaFigure = 0x1D7CE;
    private const int LastFormulaFigure = 0x1D7FF;
    private const int Alphabet = 26;
    private const int ItalicH = 0x210E; // older than the alphabet to which it belongs

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>
    /// One line with single spaces, as paragraphs hold it. Characters that nobody sees but that hide words or turn the line around
    /// (zero-width spaces, soft hyphens, direction overrides, controls) are left out, letters that are printed as one sign (ﬁ, ﬀ) are written as letters,
    /// and Latin letters and figures of a formula (𝐶𝑂) as plain ones; all else stays.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (rune.Value is >= FirstLigature and <= LastLigature)
            {
                folded.Append(Ligatures[rune.Value - FirstLigature]);
            }
            else if (!IsInvisible(rune.Value))
            {
                folded.Append(MakePlain(rune));
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>One line of what a file has on several; null where nothing is left of it.</summary>
    public static string? FoldOrNull(string? text) => text is not null && Fold(text) is { Length: > 0 } folded ? folded : null;

    private static Rune MakePlain(Rune rune) => rune.Value switch
    {
        ItalicH => new Rune('h'),
        >= FirstFormulaLetter and <= LastFormulaLetter when (rune.Value - FirstFormulaLetter) % (2 * Alphabet) is var letter =>
            new Rune(letter < Alphabet ? 'A' + letter : 'a' + letter - Alphabet),
        >= FirstFormulaFigure and <= LastFormulaFigure => new Rune('0' + ((rune.Value - FirstFormulaFigure) % 10)),
        _ => rune,
    };

    private static bool IsInvisible(int value) => value is
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xAD or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E)
        or (>= 0x2060 and <= 0x2064) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
