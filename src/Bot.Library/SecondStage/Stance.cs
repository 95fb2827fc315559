using System.Numerics.Tensors;

namespace Bot.Library.SecondStage;

/// <summary>A text's stance on a claim, as probabilities; the rest is the probability of neither.</summary>
/// <param name="Support">The probability that it supports the claim, from 0 to 1.</param>
/// <param name="Oppose">The probability that it opposes the claim, from 0 to 1.</param>
public readonly record struct Stance(double Support, double Oppose)
{
    // A side is reported if it is at least e times as likely as the other; docs/evaluation.md says how often it is right.
    private const double ToldOdds = 1;

    // Avoids infinite logarithms.
    private const double MinProbability = 1e-6;

    /// <summary>The log odds that it opposes the claim.</summary>
    public double OpposeOdds => Math.Log(Oppose) - Math.Log(Math.Max(1 - Oppose, MinProbability));

    /// <summary>The log odds that it opposes the claim rather than supports it.</summary>
    public double Opposition => Math.Log(Oppose) - Math.Log(Support);

    /// <summary>The side that it takes, if that is clear.</summary>
    public StanceSide Side => Support + Oppose < 0.5 ? StanceSide.Unclear
        : Opposition >= ToldOdds ? StanceSide.Opposes
        : Opposition <= -ToldOdds ? StanceSide.Supports
        : StanceSide.Unclear;

    /// <summary>The stance for the mean of several readings, at least one, each the logits of support, opposition and neither.</summary>
    internal static Stance FromLogits(params IReadOnlyList<float[]> readings)
    {
        var shares = new float[readings[0].Length];
        foreach (var logits in readings)
        {
            TensorPrimitives.Add(shares, logits, shares);
        }

        TensorPrimitives.Divide(shares, readings.Count, shares);
        TensorPrimitives.SoftMax(shares, shares);
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
