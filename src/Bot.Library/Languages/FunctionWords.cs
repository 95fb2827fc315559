using Lucene.Net.Analysis.Util;

namespace Bot.Library.Languages;

/// <summary>The articles, pronouns, prepositions and the like of a language, as the analyzers of Lucene list them.</summary>
internal static class FunctionWords
{
    /// <summary>Whether a word, in any case, is one; false in English, whose words <see cref="StopWords"/> has, and in languages that are not known.</summary>
    public static bool Contains(string word, ReadingLanguage language) =>
        language is not (ReadingLanguage.English or ReadingLanguage.Other)
        && TextAnalysis.AnalyzerOf(language) is StopwordAnalyzerBase analyzer
        && analyzer.StopwordSet.Contains(word.ToLowerInvariant());
}
