using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Tests.Metrics;

public class RankingMetricsTests
{
    private static readonly Dictionary<string, int> Grades =
        new() { ["best"] = 3, ["good"] = 1, ["also good"] = 1, ["judged bad"] = 0 };

    [Fact]
    public void TheIdealOrderHasAnNdcgOfOne() =>
        Assert.Equal(1, RankingMetrics.Ndcg(["best", "good", "also good", "other"], Grades, 10), 12);

    [Fact]
    public void NdcgGainsTheGradeItselfAndDiscountsByTheLogarithmOfTheRank()
    {
        // 1/log2(2) + 3/log2(4) = 2.5 of the ideal 3/log2(2) + 1/log2(3) + 1/log2(4) = 4.1309.
        var ndcg = RankingMetrics.Ndcg(["good", "other", "best"], Grades, 10);

        Assert.Equal(2.5 / (3 + (1 / Math.Log2(3)) + 0.5), ndcg, 12);
        Assert.Equal(0.6052, ndcg, 4);
    }

    [Fact]
    public void NdcgCutsTheIdealWhereItCutsTheRanking() =>
        Assert.Equal(1.0 / 3, RankingMetrics.Ndcg(["good", "best"], Grades, 1), 12);

    [Fact]
    public void RanksBehindTheCutDoNotCount()
    {
        Assert.Equal(0, RankingMetrics.Ndcg(["a", "b", "best"], Grades, 2));
        Assert.Equal(0, RankingMetrics.Recall(["a", "b", "best"], Grades, 2));
        Assert.Equal(0, RankingMetrics.ReciprocalRank(["a", "b", "best"], Grades, 2));
    }

    [Fact]
    public void RecallCountsEveryGradeOfOneOrMoreAlike() =>
        Assert.Equal(2.0 / 3, RankingMetrics.Recall(["judged bad", "good", "best"], Grades, 10), 12);

    [Fact]
    public void ReciprocalRankLooksForTheFirstRelevantDocument() =>
        Assert.Equal(0.5, RankingMetrics.ReciprocalRank(["judged bad", "good", "best"], Grades, 10), 12);

    [Fact]
    public void AnEmptyRankingIsWorthNothing()
    {
        Assert.Equal(0, RankingMetrics.Ndcg([], Grades, 10));
        Assert.Equal(0, RankingMetrics.Recall([], Grades, 10));
        Assert.Equal(0, RankingMetrics.ReciprocalRank([], Grades, 10));
    }

    [Fact]
    public void AQueryWithoutRelevantDocumentsIsWorthNothing()
    {
        var none = new Dictionary<string, int> { ["judged bad"] = 0 };

        Assert.Equal(0, RankingMetrics.Ndcg(["judged bad"], none, 10));
        Assert.Equal(0, RankingMetrics.Recall(["judged bad"], none, 10));
    }
}
