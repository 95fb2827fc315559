using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Util;

namespace Bot.Library.Languages;

/// <summary>The articles, pronouns, prepositions and the like of a language, as the analyzers of Lucene list them.</summary>
internal static class FunctionWords
{
    /// <summary>Whether a word, in any case, is one; false in English, whose words <see cref="StopWords"/> has, and in languages that are not known.</summary>
    public static bool Contains(string word, ReadingLanguage language) => SetOf(language)?.Contains(word.ToLowerInvariant()) ?? false;

    private static CharArraySet? SetOf(ReadingLanguage language) => language switch
    {
        ReadingLanguage.German => GermanAnalyzer.DefaultStopSet,
        ReadingLanguage.French => FrenchAnalyzer.DefaultStopSet,
        ReadingLanguage.Spanish => SpanishAnalyzer.DefaultStopSet,
        ReadingLanguage.Portuguese => PortugueseAnalyzer.DefaultStopSet,
        ReadingLanguage.Italian => ItalianAnalyzer.DefaultStopSet,
        ReadingLanguage.Dutch => DutchAnalyzer.DefaultStopSet,
        _ => null,
    };
}
