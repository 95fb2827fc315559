using System.Globalization;
using System.Text;
using Bot.Library.Languages;

namespace Bot.Seminar.Commands;

/// <summary>Cleans typed text: one line of composed, visible characters.</summary>
internal static class InputText
{
    /// <summary>The longest text of a command, in Unicode scalar values, after cleaning.</summary>
    public const int MaxLength = 4000;

    /// <summary>
    /// Composes (NFC), drops control, format and bidirectional characters and broken surrogates, reduces white space to single spaces, and trims the ends.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = new StringBuilder(text.Length);
        var spaceIsDue = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                spaceIsDue = visible.Length > 0;
            }
            else if (IsVisible(rune))
            {
                if (spaceIsDue)
                {
                    visible.Append(' ');
                    spaceIsDue = false;
                }

                visible.Append(rune);
            }
        }

        return Composition.Compose(visible.ToString());
    }

    /// <summary>The length of a text in Unicode scalar values: an emoji of one scalar value counts once.</summary>
    public static int CountCharacters(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether it contains a letter or a digit of any script.</summary>
    public static bool HasWord(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether it contains a word that is not a stop word.</summary>
    public static bool HasSubject(string text) => TextAnalysis.Tokenize(text).Any(token => !token.IsStopWord);

    // An unpaired surrogate appears as the replacement character, which nobody types.
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
