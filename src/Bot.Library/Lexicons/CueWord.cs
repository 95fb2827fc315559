namespace Bot.Library.Lexicons;

/// <summary>A word in the form that cues are written in: lower case, straight apostrophe, "it's" as "it is".</summary>
/// <param name="Form">The form that is compared.</param>
/// <param name="Start">The offset of the word's first UTF-16 code unit.</param>
/// <param name="End">The offset behind its last one.</param>
internal readonly record struct CueWord(string Form, int Start, int End)
{
    /// <summary>What stands in a cue for other words between its parts.</summary>
    public const string Gap = "…";

    /// <summary>How many words these are at most.</summary>
    public const int LongestGap = 8;

    private static readonly HashSet<string> TakesIs = ["it", "that", "there", "here", "what", "he", "she"];

    /// <summary>The words of a text, without the signs between them; hyphens part words.</summary>
    public static List<CueWord> Split(string text)
    {
        var words = new List<CueWord>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsApostropheInside(text, i)))
            {
                i++;
            }

            Add(words, text[start..i].ToLowerInvariant().Replace('’', '\''), start, i);
        }

        return words;
    }

    private static bool IsApostropheInside(string text, int i) =>
        text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static void Add(List<CueWord> words, string form, int start, int end)
    {
        if (form.EndsWith("'s", StringComparison.Ordinal) && TakesIs.Contains(form[..^2]))
        {
            words.Add(new CueWord(form[..^2], start, end - 2));
            words.Add(new CueWord("is", end - 1, end));
            return;
        }

        words.Add(new CueWord(form, start, end));
    }
}
