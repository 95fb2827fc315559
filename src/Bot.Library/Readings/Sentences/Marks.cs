namespace Bot.Library.Readings.Sentences;

/// <summary>Classes of punctuation.</summary>
internal static class Marks
{
    /// <summary>Marks that can end a sentence; those of scripts without spaces too.</summary>
    public static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or '‼' or '⁇' or '⁈' or '⁉';

    /// <summary>Ends of scripts that leave no space behind them.</summary>
    public static bool IsUnspacedEnd(char c) => c is '。' or '！' or '？';

    public static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or '»' or '›' or ')' or ']' or '}' or '」' or '』';

    public static bool IsQuoteCloser(char c) => c is '"' or '”' or '’' or '\'' or '»' or '›' or '」' or '』';

    public static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '«' or '‹' or '(' or '[' or '{' or '„' or '¿' or '¡' or '「' or '『';

    /// <summary>Marks that lead a line of a list or a turn of speech.</summary>
    public static bool IsBullet(char c) => c is '-' or '–' or '—' or '*' or '•' or '⁃' or '·' or '>' or '▪' or '◦';

    public static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹') or '†' or '‡';

    public static int SkipSpace(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The end of the run of letters, digits and inner apostrophes at a place.</summary>
    public static int FindWordEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && (char.IsLetterOrDigit(text[end])
            || (text[end] is '’' or '\'' or '-' && end > from && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
