namespace Bot.Library.Languages;

/// <summary>The articles, pronouns, prepositions and similar words of a language, from Lucene's analyzers.</summary>
internal static class FunctionWords
{
    /// <summary>Whether a word is a function word, ignoring case; false for English, whose words are in <see cref="StopWords"/>, and for unknown
    /// languages.</summary>
    public static bool Contains(string word, ReadingLanguage language) =>
        LanguageAnalysis.Of(language).FunctionWords?.Contains(word.ToLowerInvariant()) ?? false;
}
