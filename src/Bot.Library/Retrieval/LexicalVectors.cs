using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Bot.Library.Languages;

namespace Bot.Library.Retrieval;

/// <summary>
/// Vectors of texts from their stems, used without a model: each stem is hashed to one of a few hundred numbers, with a sign (Weinberger et al. 2009,
/// feature hashing), and rarer stems have a higher weight. Texts with the same words are near each other.
/// </summary>
public static class LexicalVectors
{
    /// <summary>The number of numbers in a vector.</summary>
    public const int Width = 512;

    /// <summary>One vector of length 1 for each text; all zeros for a text without a stem.</summary>
    /// <param name="texts">The stems of each text, from <see cref="TextAnalysis.ReadTerms"/>.</param>
    public static IReadOnlyList<ReadOnlyMemory<float>> Of(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var frequencies = texts.SelectMany(stems => stems.Distinct(StringComparer.Ordinal))
            .CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return [.. texts.Select(stems => (ReadOnlyMemory<float>)CreateVector(stems, frequencies, texts.Count))];
    }

    private static float[] CreateVector(IReadOnlyList<string> stems, Dictionary<string, int> frequencies, int count)
    {
        var vector = new float[Width];
        foreach (var (stem, times) in stems.CountBy(stem => stem, StringComparer.Ordinal))
        {
            var hash = HashOf(stem);
            var weight = (1 + Math.Log(times)) * Math.Log(1 + ((double)count / frequencies[stem]));
            vector[hash % Width] += (float)(hash >> 31 == 0 ? weight : -weight);
        }

        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }

    // FNV-1a, which is the same in every process, with a final mix that improves its high bits.
    private static uint HashOf(string stem)
    {
        var hash = 2166136261u;
        foreach (var unit in MemoryMarshal.AsBytes(stem.AsSpan()))
        {
            hash = (hash ^ unit) * 16777619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        return hash ^ (hash >> 13);
    }
}
