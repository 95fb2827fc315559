using System.Globalization;

namespace Bot.Chat.Delivery;

/// <summary>Possible breaks of a text: offsets inside it, ascending, never at its ends.</summary>
internal static class TextBreaks
{
    private const string Closing = "\"'”’»)]";

    /// <summary>Breaks after sentences and lines, including the following space. Approximate, because only layout depends on it.</summary>
    public static IReadOnlyList<int> FindSentences(string text) => FindBreaks(text, i => text[i] == '\n'
        || (char.IsWhiteSpace(text[i]) && EndsSentence(text.AsSpan(0, i)) && (i + 1 == text.Length || !char.IsLower(text[i + 1]))));

    /// <summary>Breaks after lines.</summary>
    public static IReadOnlyList<int> FindLines(string text) => FindBreaks(text, i => text[i] == '\n');

    /// <summary>Breaks after white space.</summary>
    public static IReadOnlyList<int> FindWords(string text) => FindBreaks(text, i => char.IsWhiteSpace(text[i]));

    /// <summary>Breaks between visible characters (extended grapheme clusters).</summary>
    public static IReadOnlyList<int> FindCharacters(string text)
    {
        var places = new List<int>();
        for (var at = StringInfo.GetNextTextElementLength(text); at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            places.Add(at);
        }

        return places;
    }

    private static List<int> FindBreaks(string text, Func<int, bool> isBreak)
    {
        var places = new List<int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (isBreak(i))
            {
                places.Add(i + 1);
            }
        }

        return places;
    }

    private static bool EndsSentence(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(Closing);
        return before.Length > 0 && before[^1] is '.' or '!' or '?' or '…';
    }
}
