using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>A sentence of a reading as the index knows it.</summary>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Terms">The stems of its words that say something, in order. The same stem is the same object wherever it stands.</param>
internal sealed record IndexedSentence(Paragraph Paragraph, int Number, string[] Terms)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text => Paragraph.Quote(Number, Number);
}

/// <summary>A reading whose sentences are analysed, which is the slow part of indexing by words.</summary>
internal sealed class IndexedReading
{
    public IndexedReading(int serial, Reading reading, Vocabulary vocabulary)
    {
        Serial = serial;
        Reading = reading;
        Sentences =
        [
            .. reading.Paragraphs
                .Where(paragraph => paragraph.Role != ParagraphRole.Reference)
                .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => new IndexedSentence(
                    paragraph, i + 1, Terms(paragraph.Quote(i + 1, i + 1), reading.Language, vocabulary)))),
        ];
        SectionTerms = reading.Sections.Distinct().ToDictionary(
            section => section, section => Terms(section, reading.Language, vocabulary), StringComparer.Ordinal);
    }

    /// <summary>Unique among all readings that one store has seen; names its documents there.</summary>
    public int Serial { get; }

    public Reading Reading { get; }

    /// <summary>All that can be quoted, in reading order: entries of reference lists are left out.</summary>
    public IReadOnlyList<IndexedSentence> Sentences { get; }

    /// <summary>The stems of each heading.</summary>
    public IReadOnlyDictionary<string, string[]> SectionTerms { get; }

    /// <summary>Whether two sentences, by their index, stand in one paragraph.</summary>
    public bool InOneParagraph(int one, int other) =>
        other >= 0 && other < Sentences.Count && ReferenceEquals(Sentences[one].Paragraph, Sentences[other].Paragraph);

    private static string[] Terms(string text, ReadingLanguage language, Vocabulary vocabulary) =>
        [.. TextAnalysis.Tokenize(text, language).Where(token => !token.IsStopWord).Select(token => vocabulary.Term(token.Term))];
}
