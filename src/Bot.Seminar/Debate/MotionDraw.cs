namespace Bot.Seminar.Debate;

/// <summary>
/// Puts motions into a random order in which the likelier ones tend to come first: each next one is drawn from those that are left, and has
/// as many lots as its odds of being one that a class can debate.
/// </summary>
internal static class MotionDraw
{
    // Nearly certain ones must not always come first.
    private const double MaxOdds = 20;

    /// <summary>Draws all of them.</summary>
    /// <param name="motions">In a fixed order, so that the same seed draws the same.</param>
    /// <param name="probability">How likely a class can debate it: <see cref="Motion.Probability"/>.</param>
    /// <param name="chance">Draws.</param>
    public static T[] Order<T>(IEnumerable<T> motions, Func<T, double> probability, Random chance)
    {
        ArgumentNullException.ThrowIfNull(motions);
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(chance);

        // Waiting times with these rates end in such an order (Efraimidis and Spirakis 2006).
        return [.. motions
            .Select(motion => (Motion: motion, Wait: -Math.Log(1 - chance.NextDouble()) / Odds(probability(motion))))
            .OrderBy(drawn => drawn.Wait)
            .Select(drawn => drawn.Motion)];
    }

    private static double Odds(double probability) => Math.Min(MaxOdds, probability / Math.Max(1 - probability, double.Epsilon));
}
