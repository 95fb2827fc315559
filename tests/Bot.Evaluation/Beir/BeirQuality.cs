using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Beir;

/// <summary>Averages the quality of rankings; every query has the same weight, except in the side error, which pools counts.</summary>
internal sealed class BeirQuality
{
    private readonly SideError sides = new();
    private int queries;
    private bool graded;
    private double ndcg;
    private double ndcgOfBest;
    private double recall10;
    private double recall100;
    private double reciprocalRank;

    /// <summary>Counts the ranking of one query.</summary>
    /// <param name="query">The query, with its judgements.</param>
    /// <param name="ranking">Ids of documents, best first; empty if nothing was found, which counts as 0.</param>
    public void Add(BeirQuery query, IReadOnlyList<string> ranking)
    {
        var best = query.Grades.Values.Max();
        graded |= query.Grades.Values.Any(grade => grade > 0 && grade < best);
        queries++;
        ndcg += RankingMetrics.Ndcg(ranking, query.Grades, 10);
        ndcgOfBest += RankingMetrics.Ndcg(ranking, query.Grades.Where(entry => entry.Value == best).ToDictionary(), 10);
        recall10 += RankingMetrics.Recall(ranking, query.Grades, 10);
        recall100 += RankingMetrics.Recall(ranking, query.Grades, 100);
        reciprocalRank += RankingMetrics.ReciprocalRank(ranking, query.Grades, 10);
        sides.Add(ranking, query.Grades, query.Supporters);
    }

    /// <summary>The means so far.</summary>
    public BeirFigures Summarize(string engine, bool hasSides) => new()
    {
        Engine = engine,
        Queries = queries,
        Ndcg10 = Mean(ndcg),
        BestGradeNdcg10 = graded ? Mean(ndcgOfBest) : null,
        Recall10 = Mean(recall10),
        Recall100 = Mean(recall100),
        ReciprocalRank10 = Mean(reciprocalRank),
        SideError5 = hasSides ? sides.Value : null,
    };

    private double Mean(double sum) => queries == 0 ? 0 : sum / queries;
}
