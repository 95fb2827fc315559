using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using static Lucene.Net.Util.LuceneVersion;

namespace Bot.Library.Languages;

/// <summary>Lucene's analysis of a language.</summary>
/// <param name="Analyzer">Splits its texts into terms.</param>
/// <param name="FunctionWords">Its articles, pronouns, prepositions and similar words; null for English and for unknown languages.</param>
internal sealed record LanguageAnalysis(Analyzer Analyzer, CharArraySet? FunctionWords)
{
    private static readonly ConcurrentDictionary<ReadingLanguage, LanguageAnalysis> All = new();

    public static LanguageAnalysis Of(ReadingLanguage language) => All.GetOrAdd(language, Make);

    private static LanguageAnalysis Make(ReadingLanguage language) => language switch
    {
        ReadingLanguage.German => new(new GermanAnalyzer(LUCENE_48), GermanAnalyzer.DefaultStopSet),
        ReadingLanguage.French => new(new FrenchAnalyzer(LUCENE_48), FrenchAnalyzer.DefaultStopSet),
        ReadingLanguage.Spanish => new(new SpanishAnalyzer(LUCENE_48), SpanishAnalyzer.DefaultStopSet),
        ReadingLanguage.Portuguese => new(new PortugueseAnalyzer(LUCENE_48), PortugueseAnalyzer.DefaultStopSet),
        ReadingLanguage.Italian => new(new ItalianAnalyzer(LUCENE_48), ItalianAnalyzer.DefaultStopSet),
        ReadingLanguage.Dutch => new(new DutchAnalyzer(LUCENE_48), DutchAnalyzer.DefaultStopSet),
        ReadingLanguage.Other => new(new StandardAnalyzer(LUCENE_48), null),
        _ => new(new ReadingAnalyzer(), null),
    };
}
