using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Bot.Library.Languages;

namespace Bot.Library.Retrieval;

/// <summary>
/// Vectors of texts made of their stems alone, for where no model gives them: each stem falls on one of a few hundred numbers, with a sign
/// (Weinberger et al. 2009, feature hashing), and counts the more the fewer of the texts have it. Texts with the same words are near.
/// </summary>
public static class LexicalVectors
{
    /// <summary>How many numbers a vector has.</summary>
    public const int Width = 512;

    /// <summary>One vector of length 1 for each text; of zeros for a text without a stem.</summary>
    /// <param name="texts">The stems of each text, which <see cref="TextAnalysis.Terms"/> gives.</param>
    public static IReadOnlyList<ReadOnlyMemory<float>> Of(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var frequencies = texts.SelectMany(stems => stems.Distinct(StringComparer.Ordinal))
            .CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return [.. texts.Select(stems => (ReadOnlyMemory<float>)Vector(stems, frequencies, texts.Count))];
    }

    private static float[] Vector(IReadOnlyList<string> stems, Dictionary<string, int> frequencies, int count)
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

    // FNV-1a, which is the same in every process, with a last mix so that its high bit is as good as its low ones.
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
