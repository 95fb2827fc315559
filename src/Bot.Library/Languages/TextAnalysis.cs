using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Library.Languages;

/// <summary>A word of a text and the term that it is searched by.</summary>
/// <param name="Term">The stemmed form.</param>
/// <param name="Start">The offset of the word's first UTF-16 code unit.</param>
/// <param name="End">The offset after its last one.</param>
/// <param name="IsStopWord">Whether it says nothing about the subject.</param>
public readonly record struct Token(string Term, int Start, int End, bool IsStopWord);

/// <summary>Splits text into search terms, with the analyzer of the index.</summary>
public static class TextAnalysis
{
    /// <summary>Every word of a text, in order; stop words are marked in English and left out in other languages.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Its language.</param>
    public static IReadOnlyList<Token> Tokenize(string text, ReadingLanguage language = ReadingLanguage.English)
    {
        var tokens = new List<Token>();
        using var stream = LanguageAnalysis.Of(language).Analyzer.GetTokenStream("text", text);
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

    /// <summary>The terms of a text without stop words, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Its language.</param>
    public static IReadOnlyList<string> ReadTerms(string text, ReadingLanguage language = ReadingLanguage.English) =>
        [.. Tokenize(text, language).Where(token => !token.IsStopWord).Select(token => token.Term)];
}
