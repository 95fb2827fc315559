using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Beir;

/// <summary>Checks that the plain engine reaches the published figures of BM25; otherwise the comparison would favour the product.</summary>
public class PublishedBaselineTests
{
    [SharedDataFact("data/cranfield")]
    public async Task CranfieldIsAsMeasuredElsewhere() => Assert.Equal(0.374, (await MeasureAsync("cranfield", "test")).Ndcg10, 0.005);

    [SharedDataFact("data/cisi")]
    public async Task CisiIsAsMeasuredElsewhere() => Assert.Equal(0.381, (await MeasureAsync("cisi", "test")).Ndcg10, 0.005);

    [SharedDataFact("data/perspectrum")]
    public async Task PerspectrumIsAsMeasuredElsewhere() => Assert.Equal(0.316, (await MeasureAsync("perspectrum", "dev")).Ndcg10, 0.005);

    [SharedDataFact("data/arguana-validation")]
    public async Task SidesOfArguAnaAreAsMeasuredElsewhere() =>
        // The published figure is for the test split, so the tolerance is larger.
        Assert.Equal(0.44, (await MeasureAsync("arguana-validation", "validation")).SideError5!.Value, 0.03);

    private static Task<BeirFigures> MeasureAsync(string set, string split) => BeirRun.MeasureAsync(
        BeirFolder.Open(SharedData.PathOf($"data/{set}"), split),
        EngineCatalog.Choose("lucene", new EngineSettings()).Single(),
        onRanking: null,
        CancellationToken.None);
}
