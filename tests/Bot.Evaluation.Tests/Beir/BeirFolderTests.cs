using Bot.Evaluation.Beir;
using Bot.Evaluation.Files;

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
    public void GradesStayGraded() =>
        Assert.Equal(new Dictionary<string, int> { ["d3"] = 3, ["q2"] = 1 }, BeirFolder.Open(folder.Path, "dev").Queries[0].Grades);

    [Fact]
    public void ATextMayComeAsSentences() =>
        Assert.Equal("One. Two.", BeirFolder.Open(folder.Path, "dev").ReadCorpus(new HashSet<string>()).Last().Text);

    [Fact]
    public void ADocumentIsAQueryOnlyWhereItsTextIsTheSame()
    {
        var selves = new HashSet<string>();
        _ = BeirFolder.Open(folder.Path, "dev").ReadCorpus(selves).Count();

        Assert.Equal(["q1"], selves);
    }

    [Fact]
    public void SidesAreReadWhereThereAreSome()
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
        var thrown = Assert.Throws<EvaluationException>(() => BeirFolder.Open(folder.Path, "test"));

        Assert.Contains("“test”; choose one of dev", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolderIsNamed() =>
        Assert.Contains("nowhere", Assert.Throws<EvaluationException>(() => BeirFolder.Open("nowhere", "dev")).Message, StringComparison.Ordinal);

    [Fact]
    public void AFolderOfAnotherKindIsRecognized()
    {
        using var other = new TemporaryFolder();

        Assert.Contains("no BEIR folder", Assert.Throws<EvaluationException>(() => BeirFolder.Open(other.Path, "dev")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"_id\": \"q9\"")]
    [InlineData("{\"text\": \"without an id\"}")]
    [InlineData("[1]")]
    public void AMalformedLineIsNamed(string line)
    {
        folder.Write("queries.jsonl", """{"_id": "q1", "text": "Cats are clean."}""", line);

        var thrown = Assert.Throws<EvaluationException>(() => BeirFolder.Open(folder.Path, "dev"));

        Assert.Contains("queries.jsonl, line 2,", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1\td3")]
    [InlineData("q1\td3\tvery")]
    [InlineData("q1 d3 1")]
    public void AMalformedJudgementIsNamed(string line)
    {
        folder.Write("qrels/dev.tsv", "query-id\tcorpus-id\tscore", line);

        Assert.Contains("dev.tsv, line 2:", Assert.Throws<EvaluationException>(() => BeirFolder.Open(folder.Path, "dev")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AJudgedQueryThatIsMissingIsNamed()
    {
        folder.Write("qrels/dev.tsv", "q77\td3\t1");

        Assert.Contains("“q77”", Assert.Throws<EvaluationException>(() => BeirFolder.Open(folder.Path, "dev")).Message, StringComparison.Ordinal);
    }
}
