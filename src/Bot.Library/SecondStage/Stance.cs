using System.Numerics.Tensors;

namespace Bot.Library.SecondStage;

/// <summary>A text's stance on a claim, as probabilities; the rest is the probability of neither.</summary>
/// <param name="Support">That it supports the claim, 0 to 1.</param>
/// <param name="Oppose">That it opposes the claim, 0 to 1.</param>
public readonly record struct Stance(double Support, double Oppose)
{
    // The side that is e times as likely as the other is told; docs/evaluation.md says how often it is the right one.
    private const double ToldOdds = 1;

    // Keeps logarithms finite.
    private const double MinProbability = 1e-6;

    /// <summary>The log odds that it opposes the claim rather than supports it.</summary>
    public double Opposition => Math.Log(Oppose) - Math.Log(Support);

    /// <summary>The side that it takes, where that is clear.</summary>
    public StanceSide Side => Support + Oppose < 0.5 ? StanceSide.Unclear
        : Opposition >= ToldOdds ? StanceSide.Opposes
        : Opposition <= -ToldOdds ? StanceSide.Supports
        : StanceSide.Unclear;

    /// <summary>Of the logits of support, opposition and neither.</summary>
    internal static Stance OfLogits(ReadOnlySpan<float> logits)
    {
        Span<float> shares = stackalloc float[logits.Length];
        TensorPrimitives.SoftMax(logits, shares);
        return new Stance(Math.Max(shares[0], MinProbability), Math.Max(shares[1], MinProbability));
    }
}

/// <summary>A side of a claim.</summary>
public enum StanceSide
{
    /// <summary>Neither, or unclear.</summary>
    Unclear,

    /// <summary>For the claim.</summary>
    Supports,

    /// <summary>Against it.</summary>
    Opposes,
}
