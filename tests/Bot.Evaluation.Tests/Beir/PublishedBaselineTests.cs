using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Beir;

/// <summary>The plain engine reaches what plain BM25 reaches elsewhere; else the comparison would flatter the product.</summary>
public class PublishedBaselineTests
{
    [SharedDataFact("data/cranfield")]
    public void CranfieldIsAsMeasuredElsewhere() => Assert.Equal(0.374, Measure("cranfield", "test").Ndcg10, 0.005);

    [SharedDataFact("data/cisi")]
    public void CisiIsAsMeasuredElsewhere() => Assert.Equal(0.381, Measure("cisi", "test").Ndcg10, 0.005);

    [SharedDataFact("data/perspectrum")]
    public void PerspectrumIsAsMeasuredElsewhere() => Assert.Equal(0.316, Measure("perspectrum", "dev").Ndcg10, 0.005);

    [SharedDataFact("data/arguana-validation")]
    public void SidesOfArguAnaAreAsMeasuredElsewhere() =>
        // Elsewhere means the test split, so the tolerance is that of another sample.
        Assert.Equal(0.44, Measure("arguana-validation", "validation").SideError5!.Value, 0.03);

    private static BeirFigures Measure(string set, string split) => BeirRun.Measure(
        BeirFolder.Open(SharedData.PathOf($"data/{set}"), split),
        EngineCatalog.Choose("lucene", new EngineSettings()).Single(),
        onRanking: null,
        CancellationToken.None);
}
