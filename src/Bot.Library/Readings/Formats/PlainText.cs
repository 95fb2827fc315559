using System.Globalization;
using System.Text;

namespace Bot.Library.Readings.Formats;

/// <summary>Makes one clean line of a piece of text.</summary>
internal static class PlainText
{
    /// <summary>
    /// Folds white space to single spaces and leaves out what cannot be seen: control characters, zero-width spaces, soft hyphens and
    /// marks of direction. Everything else stays as it is.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                folded.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                folded.Append('\uFFFD');
            }
            else if (!IsInvisible(c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>The letters and figures of a text in small letters, for comparing titles.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    public static bool HasLetterOrDigit(string text) => text.Any(char.IsLetterOrDigit);

    /// <summary>Null for a blank text, else the text folded.</summary>
    public static string? OrNull(string? text) => text is not null && Fold(text) is { Length: > 0 } folded ? folded : null;

    // U+200C and U+200D shape letters and emoji; they stay.
    private static bool IsInvisible(char c) => c is not ('\u200C' or '\u200D')
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format && c is not ('\u0600' or '\u06DD');
}
