using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Tests.Beir;

public sealed class BeirRunTests : IDisposable
{
    private static readonly EngineChoice Lucene = EngineCatalog.Choose("lucene", new EngineSettings()).Single();
    private readonly TemporaryFolder folder = new();

    public BeirRunTests()
    {
        folder.Write(
            "corpus.jsonl",
            """{"_id": "a", "title": "", "text": "Zoos protect rare animals."}""",
            """{"_id": "b", "title": "", "text": "Zoos imprison rare animals for show."}""",
            """{"_id": "c", "title": "", "text": "Zoos breed animals."}""",
            """{"_id": "d", "title": "", "text": "Trains are fast."}""");
        folder.Write("queries.jsonl", """{"_id": "a", "text": "Zoos protect rare animals."}""");
        folder.Write("qrels/dev.tsv", "a\tb\t3");
        folder.Write("sides/dev.tsv", "a\tc\t1");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AQueryThatIsADocumentDoesNotFindItself()
    {
        var rankings = new List<IReadOnlyList<RankedDocument>>();
        var figures = await RunAsync(rankings);

        Assert.Equal(["b", "c"], rankings.Single().Select(found => found.Id));
        Assert.Equal(1, figures.Ndcg10, 12);
        Assert.Equal(1, figures.ReciprocalRank10, 12);
    }

    [Fact]
    public async Task SidesAreCounted() => Assert.Equal(0.5, (await RunAsync([])).SideError5);

    [Fact]
    public async Task SpeedAndMemoryAreMeasured()
    {
        var figures = await RunAsync([]);

        Assert.True(figures.Median > TimeSpan.Zero && figures.Median <= figures.Slowest);
        Assert.True(figures.PeakMegabytes > 1);
    }

    [Fact]
    public async Task ARunFileIsInTheFormOfTrec()
    {
        var path = folder.PathOf("runs/dev.txt");
        await BeirReport.RunAsync(Open(), [Lucene], path, TextWriter.Null, CancellationToken.None);

        var lines = await File.ReadAllLinesAsync(path);
        Assert.Matches(@"^a Q0 b 1 [0-9.]+ lucene$", lines[0]);
        Assert.Matches(@"^a Q0 c 2 [0-9.]+ lucene$", lines[1]);
    }

    [Fact]
    public async Task SeveralEnginesWriteARunEach()
    {
        EngineChoice[] plain = [Lucene, .. EngineCatalog.Choose("fts5", new EngineSettings())];
        await BeirReport.RunAsync(Open(), plain, folder.PathOf("dev.txt"), TextWriter.Null, CancellationToken.None);

        Assert.True(File.Exists(folder.PathOf("dev.lucene.txt")));
        Assert.True(File.Exists(folder.PathOf("dev.fts5.txt")));
    }

    [Fact]
    public async Task OnlyTheHighestGradeCountsIfGradesDiffer()
    {
        folder.Write("qrels/dev.tsv", "a\tb\t1", "a\tc\t3");

        // Order b, c: graded (1 + 3/log2 3) / (3 + 1/log2 3); with the highest grade alone 1/log2 3.
        var figures = await RunAsync([]);

        Assert.Equal((1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3))), figures.Ndcg10, 12);
        Assert.Equal(1 / Math.Log2(3), figures.BestGradeNdcg10!.Value, 12);
    }

    private Task<BeirFigures> RunAsync(List<IReadOnlyList<RankedDocument>> rankings) =>
        BeirRun.MeasureAsync(Open(), Lucene, (_, ranking) => rankings.Add(ranking), CancellationToken.None);

    private BeirFolder Open() => BeirFolder.Open(folder.Path, "dev");
}
