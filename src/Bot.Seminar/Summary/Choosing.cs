namespace Bot.Seminar.Summary;

/// <summary>
/// Chooses extracts one by one: each time the most central one that does not repeat the chosen ones (Carbonell and Goldstein 1998, maximal marginal
/// relevance).
/// </summary>
internal static class Choosing
{
    // The weight of relevance compared with novelty; the paper's value for summaries.
    private const double Relevance = 0.7;

    /// <summary>Chooses extracts.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="sentences">The maximum number of sentences.</param>
    /// <param name="worth">The relevance of each, on the scale of a cosine.</param>
    /// <param name="chosen">Extracts that are already chosen and must not be repeated.</param>
    /// <returns>The chosen ones, the best first.</returns>
    public static IReadOnlyList<Extract> Take(
        IEnumerable<Extract> candidates, int sentences, Func<Extract, double> worth, IReadOnlyList<Extract>? chosen = null)
    {
        var open = candidates.Select(extract => new Open(extract, worth(extract))).ToList();
        foreach (var before in chosen ?? [])
        {
            Leave(open, before);
        }

        var taken = new List<Extract>();
        var left = sentences;
        while (open.Where(item => item.Extract.Count <= left).MaxBy(item => item.Score) is { } best)
        {
            taken.Add(best.Extract);
            left -= best.Extract.Count;
            Leave(open, best.Extract);
        }

        return taken;
    }

    private static void Leave(List<Open> open, Extract taken)
    {
        open.RemoveAll(item => item.Extract.Overlaps(taken));
        var vector = taken.Core.InSpace.CopyVector();
        foreach (var item in open)
        {
            item.Repetition = Math.Max(item.Repetition, item.Extract.MeasureLikeness(vector));
        }
    }

    private sealed class Open(Extract extract, double worth)
    {
        public Extract Extract => extract;

        public double Repetition { get; set; }

        public double Score => (Relevance * worth) - ((1 - Relevance) * Repetition);
    }
}
