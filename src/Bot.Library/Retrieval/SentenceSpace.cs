using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>A sentence of a reading with its vector.</summary>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Vector">Its vector, of length 1, so that a dot product is a cosine; all zeros for a sentence of only stop words.</param>
public sealed record SpaceSentence(Paragraph Paragraph, int Number, ReadOnlyMemory<float> Vector)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text => Paragraph.Quote(Number, Number);
}

/// <summary>The sentences of a reading with vectors, where similar sentences are near each other.</summary>
/// <param name="Sentences">The sentences in reading order, without the entries of reference lists.</param>
/// <param name="IsByMeaning">
/// Whether the vectors are from the model; false if they are from the words, before the model is ready and for languages that it does not support.
/// </param>
public sealed record SentenceSpace(IReadOnlyList<SpaceSentence> Sentences, bool IsByMeaning)
{
    internal static SentenceSpace Of(IndexedReading reading, SentenceVectors? vectors)
    {
        var places = vectors is not null
            ? [.. Enumerable.Range(0, vectors.Count).Select(i => (ReadOnlyMemory<float>)vectors.Of(i))]
            : LexicalVectors.Of([.. reading.Sentences.Select(sentence => sentence.Terms)]);
        return new SentenceSpace(
            [.. reading.Sentences.Select((sentence, i) => new SpaceSentence(sentence.Paragraph, sentence.Number, places[i]))], vectors is not null);
    }
}
