using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Bot.Library.Languages;

/// <summary>A word of a text and the term that it is searched by.</summary>
/// <param name="Term">The stemmed form.</param>
/// <param name="Start">The offset of the word's first UTF-16 code unit.</param>
/// <param name="End">The offset behind its last one.</param>
/// <param name="IsStopWord">Whether it says nothing of the subject.</param>
public readonly record struct Token(string Term, int Start, int End, bool IsStopWord);

/// <summary>Cuts text into search terms, with the analyzer that the index is built with.</summary>
public static class TextAnalysis
{
    private static readonly ConcurrentDictionary<ReadingLanguage, Analyzer> Analyzers = new();

    /// <summary>Every word of a text, in order; stop words are marked in English and left out in other languages.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The language it is written in.</param>
    public static IReadOnlyList<Token> Tokenize(string text, ReadingLanguage language = ReadingLanguage.English)
    {
        var tokens = new List<Token>();
        using var stream = AnalyzerOf(language).GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = text[offset.StartOffset..offset.EndOffset];
            var value = term.ToString();
            var isStopWord = language == ReadingLanguage.English && !value.EndsWith('.') && StopWords.Contains(word);
            tokens.Add(new Token(value, offset.StartOffset, offset.EndOffset, isStopWord));
        }

        stream.End();
        return tokens;
    }

    /// <summary>The terms of a text that say something, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The language it is written in.</param>
    public static IReadOnlyList<string> Terms(string text, ReadingLanguage language = ReadingLanguage.English) =>
        [.. Tokenize(text, language).Where(token => !token.IsStopWord).Select(token => token.Term)];

    internal static Analyzer AnalyzerOf(ReadingLanguage language) => Analyzers.GetOrAdd(language, Make);

    private static Analyzer Make(ReadingLanguage language) => language switch
    {
        ReadingLanguage.German => new GermanAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.French => new FrenchAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.Spanish => new SpanishAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.Portuguese => new PortugueseAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.Italian => new ItalianAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.Dutch => new DutchAnalyzer(LuceneVersion.LUCENE_48),
        ReadingLanguage.Other => new StandardAnalyzer(LuceneVersion.LUCENE_48),
        _ => new ReadingAnalyzer(),
    };
}
