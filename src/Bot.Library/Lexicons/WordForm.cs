namespace Bot.Library.Lexicons;

/// <summary>
/// The form in which a lexicon compares words. It takes off the endings of number and tense alone, so that "fails" is "fail" but
/// "exceptional" is not "exception", which a stemmer for searching takes for one word.
/// </summary>
public static class WordForm
{
    private const int ShortestStem = 3;

    /// <summary>The form of a word, in lower case; no word of a language need look like it.</summary>
    /// <param name="word">As it is written, without spaces.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        return WithoutTense(WithoutPlural(lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower)).TrimEnd('e');
    }

    private static string WithoutPlural(string word) => word switch
    {
        _ when Ends(word, "ies") => $"{word[..^3]}y",
        _ when Ends(word, "sses") || Ends(word, "shes") || Ends(word, "ches") || Ends(word, "xes") => word[..^2],
        _ when Ends(word, "ss") || Ends(word, "us") || Ends(word, "is") => word,
        _ when Ends(word, "s") => word[..^1],
        _ => word,
    };

    private static string WithoutTense(string word) => word switch
    {
        _ when Ends(word, "ied") => $"{word[..^3]}y",
        _ when Ends(word, "eed") => word,
        _ when Ends(word, "ed") => Single(word[..^2]),
        _ when Ends(word, "ing") => Single(word[..^3]),
        _ => word,
    };

    // "Stopped" comes from "stop", but "passed" from "pass".
    private static string Single(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && !"lsz".Contains(stem[^1], StringComparison.Ordinal) ? stem[..^1] : stem;

    private static bool Ends(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem;
}
