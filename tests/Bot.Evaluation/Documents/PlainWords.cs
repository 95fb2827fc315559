using System.Text;

namespace Bot.Evaluation.Documents;

/// <summary>
/// Normalises a text to plain words, to compare two readings of the same print: lower case, without punctuation, hyphens and note numbers after words, and
/// with ligatures as letters.
/// </summary>
internal static class PlainWords
{
    /// <summary>The words in order.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(Letters(c));
            }
            else if (c is not ('-' or '\u00AD' or '\u2010' or '\u2011' or '\u200B'))
            {
                Add(words, word);
            }
        }

        Add(words, word);
        return words;
    }

    private static string Letters(char c) => c switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => char.ToLowerInvariant(c).ToString(),
    };

    private static void Add(List<string> words, StringBuilder word)
    {
        var text = word.ToString();
        word.Clear();
        if (text.Any(char.IsLetter))
        {
            text = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        }

        if (text.Length > 0)
        {
            words.Add(text);
        }
    }
}
