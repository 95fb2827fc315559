namespace Bot.Seminar.Debate;

/// <summary>
/// Puts motions into a random order in which the likelier ones tend to come first: each next one is drawn from the rest, weighted by its odds of being
/// debatable.
/// </summary>
internal static class MotionDraw
{
    // A limit, so that nearly certain ones do not always come first.
    private const double MaxOdds = 20;

    /// <summary>Draws all of them.</summary>
    /// <param name="motions">The motions in a fixed order, so that the same seed gives the same result.</param>
    /// <param name="probability">The probability that a class can debate it: <see cref="Motion.Probability"/>.</param>
    /// <param name="chance">The random numbers.</param>
    public static T[] Order<T>(IEnumerable<T> motions, Func<T, double> probability, Random chance)
    {
        ArgumentNullException.ThrowIfNull(motions);
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(chance);

        // Sorting by exponential random times with these rates gives this order (Efraimidis and Spirakis 2006).
        return [.. motions
            .Select(motion => (Motion: motion, Wait: -Math.Log(1 - chance.NextDouble()) / ComputeOdds(probability(motion))))
            .OrderBy(drawn => drawn.Wait)
            .Select(drawn => drawn.Motion)];
    }

    private static double ComputeOdds(double probability) => Math.Min(MaxOdds, probability / Math.Max(1 - probability, double.Epsilon));
}
