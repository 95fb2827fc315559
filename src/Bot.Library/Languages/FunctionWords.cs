namespace Bot.Library.Languages;

/// <summary>The articles, pronouns, prepositions and the like of a language, as the analyzers of Lucene list them.</summary>
internal static class FunctionWords
{
    /// <summary>Whether a word is one, ignoring case; false in English, whose words <see cref="StopWords"/> has, and in languages that are not known.</summary>
    public static bool Contains(string word, ReadingLanguage language) =>
        LanguageAnalysis.Of(language).FunctionWords?.Contains(word.ToLowerInvariant()) ?? false;
}
