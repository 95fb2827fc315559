using System.Numerics.Tensors;

namespace Bot.Library.Embeddings;

/// <summary>Scales vectors to length 1, so that a dot product is a cosine.</summary>
internal static class UnitVector
{
    /// <summary>A copy of a vector with length 1; all zeros stay zeros.</summary>
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, Math.Max(TensorPrimitives.Norm(vector), float.Epsilon), unit);
        return unit;
    }
}
