using System.Numerics.Tensors;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>A sentence of a reading with its vector.</summary>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Vector">
/// Its vector, of length 1, so that a dot product is a cosine; all zeros for a sentence of only stop words. In half precision, because it is a view of the
/// index: the vectors of a book would fill many megabytes in single precision.
/// </param>
public sealed record SpaceSentence(Paragraph Paragraph, int Number, ReadOnlyMemory<Half> Vector)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text => Paragraph.Quote(Number, Number);

    /// <summary>A copy of its vector in single precision.</summary>
    public float[] CopyVector()
    {
        var copy = new float[Vector.Length];
        TensorPrimitives.ConvertToSingle(Vector.Span, copy);
        return copy;
    }

    /// <summary>Adds its vector to a sum of the same length.</summary>
    public void AddVectorTo(Span<float> sum)
    {
        Span<float> vector = stackalloc float[Vector.Length];
        TensorPrimitives.ConvertToSingle(Vector.Span, vector);
        TensorPrimitives.Add(sum, vector, sum);
    }

    /// <summary>The cosine with a vector of the same space, from −1 to 1.</summary>
    /// <param name="other">A vector of length 1.</param>
    public double CosineWith(ReadOnlySpan<float> other)
    {
        Span<float> vector = stackalloc float[Vector.Length];
        TensorPrimitives.ConvertToSingle(Vector.Span, vector);
        return TensorPrimitives.Dot(vector, other);
    }
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
            ? [.. Enumerable.Range(0, vectors.Count).Select(vectors.ViewOf)]
            : LexicalVectors.Of([.. reading.Sentences.Select(sentence => sentence.Terms)]).Select(Shorten).ToArray();
        return new SentenceSpace(
            [.. reading.Sentences.Select((sentence, i) => new SpaceSentence(sentence.Paragraph, sentence.Number, places[i]))], vectors is not null);
    }

    private static ReadOnlyMemory<Half> Shorten(ReadOnlyMemory<float> vector)
    {
        var halves = new Half[vector.Length];
        TensorPrimitives.ConvertToHalf(vector.Span, halves);
        return halves;
    }
}
