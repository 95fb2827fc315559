namespace Bot.Seminar.Summary;

/// <summary>
/// Chooses extracts one by one: the most central one that does not say again what was chosen (Carbonell and Goldstein 1998, maximal marginal
/// relevance).
/// </summary>
internal static class Choosing
{
    // The share of relevance against novelty; the paper's value for summaries.
    private const double Relevance = 0.7;

    /// <summary>Chooses extracts.</summary>
    /// <param name="candidates">What to choose from.</param>
    /// <param name="sentences">How many sentences to quote at most.</param>
    /// <param name="worth">How good each is by itself, on the scale of a cosine.</param>
    /// <param name="chosen">What is chosen already, which is not said again.</param>
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
        foreach (var item in open)
        {
            item.Repetition = Math.Max(item.Repetition, item.Extract.Likeness(taken));
        }
    }

    private sealed class Open(Extract extract, double worth)
    {
        public Extract Extract => extract;

        public double Repetition { get; set; }

        public double Score => (Relevance * worth) - ((1 - Relevance) * Repetition);
    }
}
