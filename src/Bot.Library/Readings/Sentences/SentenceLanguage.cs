using System.Collections.Concurrent;
using Bot.Library.Languages;

namespace Bot.Library.Readings.Sentences;

/// <summary>What decides where the sentences of a language end. Immutable.</summary>
/// <param name="language">The language.</param>
/// <param name="abbreviations">Words whose full stop need not end the sentence.</param>
internal sealed class SentenceLanguage(ReadingLanguage language, Abbreviations abbreviations)
{
    private static readonly ConcurrentDictionary<ReadingLanguage, SentenceLanguage> Known = new();

    /// <summary>Words whose full stop need not end the sentence.</summary>
    public Abbreviations Abbreviations => abbreviations;

    /// <summary>Whether nothing is known of the language's abbreviations.</summary>
    public bool IsUnknown => language == ReadingLanguage.Other;

    /// <summary>Whether a full stop makes an ordinal of a number: <c>3. Mai</c>. In a language that is not known it may.</summary>
    public bool HasOrdinals => language is ReadingLanguage.German or ReadingLanguage.Other;

    /// <summary>The rules of a language, with the abbreviations that ship with the program.</summary>
    public static SentenceLanguage Of(ReadingLanguage language) => Known.GetOrAdd(language, one => new SentenceLanguage(one, Abbreviations.Of(one)));

    /// <summary>Whether a capitalised word opens a sentence far more often than it is part of a name.</summary>
    public bool Opens(ReadOnlySpan<char> word) => language == ReadingLanguage.English
        ? OpeningWords.Open(word)
        : word.Length > 0 && char.IsUpper(word[0]) && FunctionWords.Contains(word.ToString(), language);
}
