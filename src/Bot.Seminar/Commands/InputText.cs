using System.Globalization;
using System.Text;
using Bot.Library.Languages;

namespace Bot.Seminar.Commands;

/// <summary>Makes what people type safe to work on: one line of composed, visible characters.</summary>
internal static class InputText
{
    /// <summary>The most that a command reads, in Unicode characters (scalar values), after cleaning.</summary>
    public const int MaxLength = 4000;

    /// <summary>
    /// Composes (NFC), drops control, format and bidirectional characters and broken surrogates, and folds white space to single
    /// spaces without any at the ends.
    /// </summary>
    /// <param name="text">Anything at all.</param>
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

    /// <summary>How long a text is, in Unicode characters: an emoji of one scalar value counts once.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether there is a letter or a digit of any script in it.</summary>
    public static bool HasWord(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether there is a word in it that says what it is about: one that is no stop word.</summary>
    public static bool HasSubject(string text) => TextAnalysis.Tokenize(text).Any(token => !token.IsStopWord);

    // An unpaired surrogate is enumerated as the replacement character, which nobody types.
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
