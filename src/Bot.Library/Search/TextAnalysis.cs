using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Library.Search;

/// <summary>A word of a text and the term that it is searched by.</summary>
/// <param name="Term">The stemmed form.</param>
/// <param name="Start">The offset of the word's first UTF-16 code unit.</param>
/// <param name="End">The offset behind its last one.</param>
/// <param name="IsStopWord">Whether it says nothing of the subject.</param>
public readonly record struct Token(string Term, int Start, int End, bool IsStopWord);

/// <summary>Runs the analyzer that the index is built with.</summary>
public static class TextAnalysis
{
    internal static Analyzer Analyzer { get; } = new ReadingAnalyzer();

    /// <summary>Every word of a text, in order, stop words included.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        using var stream = Analyzer.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = text[offset.StartOffset..offset.EndOffset];
            var value = term.ToString();
            tokens.Add(new Token(value, offset.StartOffset, offset.EndOffset, !value.EndsWith('.') && StopWords.Contains(word)));
        }

        stream.End();
        return tokens;
    }
}
