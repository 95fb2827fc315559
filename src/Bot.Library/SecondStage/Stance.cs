namespace Bot.Library.SecondStage;

/// <summary>What a text says of a claim, as probabilities; what is left is that it says neither.</summary>
/// <param name="Support">That it supports the claim, 0 to 1.</param>
/// <param name="Oppose">That it opposes the claim, 0 to 1.</param>
public readonly record struct Stance(double Support, double Oppose)
{
    /// <summary>The log odds that it opposes the claim rather than supports it.</summary>
    public double Opposition => Math.Log(Oppose) - Math.Log(Support);

    /// <summary>Of the logits of support, opposition and neither.</summary>
    internal static Stance OfLogits(ReadOnlySpan<float> logits)
    {
        Span<float> shares = stackalloc float[logits.Length];
        System.Numerics.Tensors.TensorPrimitives.SoftMax(logits, shares);
        return new Stance(Math.Max(shares[0], Least), Math.Max(shares[1], Least));
    }

    // Keeps logarithms finite.
    private const double Least = 1e-6;
}
