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
    public void AQueryThatIsADocumentDoesNotFindItself()
    {
        var figures = Run(out var rankings);

        Assert.Equal(["b", "c"], rankings.Single().Select(found => found.Id));
        Assert.Equal(1, figures.Ndcg10, 12);
        Assert.Equal(1, figures.ReciprocalRank10, 12);
    }

    [Fact]
    public void SidesAreCounted() => Assert.Equal(0.5, Run(out _).SideError5);

    [Fact]
    public void SpeedAndMemoryAreMeasured()
    {
        var figures = Run(out _);

        Assert.True(figures.Indexing > TimeSpan.Zero);
        Assert.True(figures.Median > TimeSpan.Zero && figures.Median <= figures.Slowest);
        Assert.True(figures.PeakMegabytes > 1);
    }

    [Fact]
    public void ARunFileIsInTheFormOfTrec()
    {
        var path = folder.PathOf("runs/dev.txt");
        BeirReport.Run(Open(), [Lucene], path, TextWriter.Null, CancellationToken.None);

        var lines = File.ReadAllLines(path);
        Assert.Matches(@"^a Q0 b 1 [0-9.]+ lucene$", lines[0]);
        Assert.Matches(@"^a Q0 c 2 [0-9.]+ lucene$", lines[1]);
    }

    [Fact]
    public void SeveralEnginesWriteARunEach()
    {
        EngineChoice[] plain = [Lucene, .. EngineCatalog.Choose("fts5", new EngineSettings())];
        BeirReport.Run(Open(), plain, folder.PathOf("dev.txt"), TextWriter.Null, CancellationToken.None);

        Assert.True(File.Exists(folder.PathOf("dev.lucene.txt")));
        Assert.True(File.Exists(folder.PathOf("dev.fts5.txt")));
    }

    [Fact]
    public void OnlyTheHighestGradeCountsWhereGradesDiffer()
    {
        folder.Write("qrels/dev.tsv", "a\tb\t1", "a\tc\t3");

        // Order b, c: graded (1 + 3/log2 3) / (3 + 1/log2 3); with the highest grade alone 1/log2 3.
        var figures = Run(out _);

        Assert.Equal((1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3))), figures.Ndcg10, 12);
        Assert.Equal(1 / Math.Log2(3), figures.BestGradeNdcg10!.Value, 12);
    }

    private BeirFigures Run(out List<IReadOnlyList<RankedDocument>> rankings)
    {
        var kept = rankings = [];
        return BeirRun.Measure(Open(), Lucene, (_, ranking) => kept.Add(ranking), CancellationToken.None);
    }

    private BeirFolder Open() => BeirFolder.Open(folder.Path, "dev");
}
