using System.Text;

namespace Bot.Evaluation.Metrics;

/// <summary>Compares texts without regard to the style of quotation marks and white space.</summary>
internal static class FoldedText
{
    /// <summary>The text with straight quotes and single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                folded.Append(Straight(character));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Whether a text contains another, case-sensitively.</summary>
    public static bool Contains(string text, string part) => Fold(text).Contains(Fold(part), StringComparison.Ordinal);

    /// <summary>Whether a text contains another as whole words, so that 2 is not found in 1962.</summary>
    public static bool ContainsWords(string text, string part)
    {
        var (whole, sought) = (Fold(text), Fold(part));
        if (sought.Length == 0)
        {
            return false;
        }

        var at = whole.IndexOf(sought, StringComparison.Ordinal);
        while (at >= 0 && !(IsBreak(whole, at) && IsBreak(whole, at + sought.Length)))
        {
            at = whole.IndexOf(sought, at + 1, StringComparison.Ordinal);
        }

        return at >= 0;
    }

    private static bool IsBreak(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    private static char Straight(char character) => character switch
    {
        '‘' or '’' or '‚' or '‛' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' => '"',
        _ => character,
    };
}
