namespace Bot.Evaluation.Metrics;

/// <summary>Measures how well a score separates two groups.</summary>
internal static class Discrimination
{
    /// <summary>
    /// The area under the ROC curve: how often a positive scores above a negative; ties count half. 0.5 is chance, 1 is perfect.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0)
        {
            return double.NaN;
        }

        // Mann–Whitney: the ranks of the positives; ties have their mean rank.
        var all = positives.Select(score => (score, positive: true)).Concat(negatives.Select(score => (score, positive: false)));
        var rankSum = 0.0;
        var below = 0;
        foreach (var tied in all.GroupBy(entry => entry.score).OrderBy(group => group.Key))
        {
            var members = tied.Count();
            rankSum += tied.Count(entry => entry.positive) * (below + ((members + 1) / 2.0));
            below += members;
        }

        var lowest = positives.Count * (positives.Count + 1.0) / 2;
        return (rankSum - lowest) / ((double)positives.Count * negatives.Count);
    }
}
