using Bot.Evaluation.Beir;

namespace Bot.Evaluation.Tests.Beir;

public sealed class BeirFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BeirFolderTests()
    {
        folder.Write(
            "corpus.jsonl",
            """{"_id": "q1", "title": "", "text": "Cats are clean."}""",
            """{"_id": "q2", "title": "T", "text": "Unrelated to query two."}""",
            """{"_id": "d3", "title": "S", "text": "", "sentences": ["One.", "Two."]}""");
        folder.Write(
            "queries.jsonl",
            """{"_id": "q1", "text": "Cats are clean."}""",
            "",
            """{"_id": "q2", "text": "Dogs are loyal."}""",
            """{"_id": "q3", "text": "Nobody judged this."}""",
            """{"_id": "q4", "text": "Judged, but nothing is relevant."}""");
        folder.Write("qrels/dev.tsv", "query-id\tcorpus-id\tscore", "q1\td3\t3", "q1\tq2\t1", "q2\td3\t1", "q4\td3\t0");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void QueriesWithoutARelevantDocumentAreLeftOut() =>
        Assert.Equal(["q1", "q2"], BeirFolder.Open(folder.Path, "dev").Queries.Select(query => query.Id));

    [Fact]
    public void GradesStayGraded()
    {
        var grades = BeirFolder.Open(folder.Path, "dev").Queries[0].Grades;

        Assert.Equal(new Dictionary<string, int> { ["d3"] = 3, ["q2"] = 1 }, grades);
    }

    [Fact]
    public void ATextMayComeAsSentences() =>
        Assert.Equal("One. Two.", BeirFolder.Open(folder.Path, "dev").ReadCorpus(new HashSet<string>()).Last().Text);

    [Fact]
    public void ADocumentIsAQueryOnlyIfItsTextIsTheSame()
    {
        var selves = new HashSet<string>();
        _ = BeirFolder.Open(folder.Path, "dev").ReadCorpus(selves).Count();

        Assert.Equal(["q1"], selves);
    }

    [Fact]
    public void SidesAreReadIfThereAreSome()
    {
        Assert.False(BeirFolder.Open(folder.Path, "dev").HasSides);

        folder.Write("sides/dev.tsv", "query-id\tcorpus-id\tscore", "q1\tq2\t1");
        var sided = BeirFolder.Open(folder.Path, "dev");

        Assert.True(sided.HasSides);
        Assert.Equal(["q2"], sided.Queries[0].Supporters);
        Assert.Empty(sided.Queries[1].Supporters);
    }

    [Fact]
    public void AnUnknownSplitIsAnsweredWithThoseThereAre()
    {
        Refusal.Says("“test”; choose one of dev", () => BeirFolder.Open(folder.Path, "test"));
    }

    [Fact]
    public void AMissingFolderIsNamed() =>
        Refusal.Says("nowhere", () => BeirFolder.Open("nowhere", "dev"));

    [Fact]
    public void AFolderOfAnotherKindIsRecognized()
    {
        using var other = new TemporaryFolder();

        Refusal.Says("not a BEIR folder", () => BeirFolder.Open(other.Path, "dev"));
    }

    [Theory]
    [InlineData("{\"_id\": \"q9\"")]
    [InlineData("{\"text\": \"without an id\"}")]
    [InlineData("[1]")]
    public void AMalformedLineIsNamed(string line)
    {
        folder.Write("queries.jsonl", """{"_id": "q1", "text": "Cats are clean."}""", line);

        Refusal.Says("queries.jsonl, line 2,", () => BeirFolder.Open(folder.Path, "dev"));
    }

    [Theory]
    [InlineData("q1\td3")]
    [InlineData("q1\td3\tvery")]
    [InlineData("q1 d3 1")]
    public void AMalformedJudgementIsNamed(string line)
    {
        folder.Write("qrels/dev.tsv", "query-id\tcorpus-id\tscore", line);

        Refusal.Says("dev.tsv, line 2,", () => BeirFolder.Open(folder.Path, "dev"));
    }

    [Fact]
    public void AJudgedQueryThatIsMissingIsNamed()
    {
        folder.Write("qrels/dev.tsv", "q77\td3\t1");

        Refusal.Says("“q77”", () => BeirFolder.Open(folder.Path, "dev"));
    }
}
