namespace Bot.Evaluation.Metrics;

/// <summary>
/// Quality of one ranking, as trec_eval computes it: linear gain in nDCG (<c>ndcg_cut</c>), and every grade of 1 or more counts
/// as relevant in recall and reciprocal rank. All values are between 0 and 1; 1 is best.
/// </summary>
internal static class RankingMetrics
{
    /// <summary>
    /// Normalized discounted cumulative gain: each document gains its grade divided by log2(rank + 1), and the sum is divided by
    /// that of the best order that the judgements allow.
    /// </summary>
    /// <param name="ranking">Ids of documents, best first, each once.</param>
    /// <param name="grades">The judged documents; those not in it have grade 0.</param>
    /// <param name="cut">How many ranks count.</param>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int cut)
    {
        var ideal = Gain(grades.Values.OrderDescending().Take(cut));
        return ideal == 0 ? 0 : Gain(ranking.Take(cut).Select(id => grades.GetValueOrDefault(id))) / ideal;
    }

    /// <summary>The share of relevant documents in the top ranks.</summary>
    /// <inheritdoc cref="Ndcg" />
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int cut)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(cut).Count(id => grades.GetValueOrDefault(id) > 0) / relevant;
    }

    /// <summary>1 over the rank of the first relevant document; 0 if none is in the top ranks.</summary>
    /// <inheritdoc cref="Ndcg" />
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int cut)
    {
        for (var i = 0; i < Math.Min(cut, ranking.Count); i++)
        {
            if (grades.GetValueOrDefault(ranking[i]) > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Select((grade, i) => Math.Max(grade, 0) / Math.Log2(i + 2)).Sum();
}
