using Bot.Evaluation.Verbs;

namespace Bot.Evaluation.Tests.Verbs;

public sealed class EvaluationProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("beir", "nowhere", "--split", "test")]
    [InlineData("squad", "nowhere.json")]
    [InlineData("argkp", "nowhere")]
    [InlineData("seminar", "nowhere")]
    [InlineData("fit", "nowhere")]
    [InlineData("seeds", "nowhere.jsonl", "--readings", "nowhere")]
    [InlineData("all", "--data", "nowhere")]
    public async Task AMissingInputIsNamedAndTheProgramEndsWithTwo(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beir", "somewhere")]
    [InlineData("beir", "somewhere", "--split", "test", "--engine", "google")]
    [InlineData("squad", "somewhere.json", "--every", "0")]
    [InlineData("beir", "somewhere", "--split", "test", "--b", "7")]
    [InlineData("dance")]
    public async Task WrongUseEndsWithTwo(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpListsTheVerbs()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(
            ["seminar", "fit", "seeds", "beir", "squad", "argkp", "sentences", "pages", "all"],
            verb => Assert.Contains($"  {verb} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EnginesStandSideBySide()
    {
        folder.Write(
            "corpus.jsonl",
            """{"_id": "a", "text": "Tea is a drink."}""",
            """{"_id": "b", "text": "Bread is baked."}""");
        folder.Write("queries.jsonl", """{"_id": "q", "text": "drinks"}""");
        folder.Write("qrels/test.tsv", "q\ta\t1");

        var (code, output, error) = await RunAsync("beir", folder.Path, "--split", "test", "--engine", "lucene");

        Assert.True(code == 0, error);
        Assert.Contains("| nDCG@10         |  1.000 |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunFileThatCannotBeWrittenIsNamed()
    {
        folder.Write("corpus.jsonl", """{"_id": "a", "text": "Tea is a drink."}""");
        folder.Write("queries.jsonl", """{"_id": "q", "text": "drinks"}""");
        folder.Write("qrels/test.tsv", "q\ta\t1");

        var (code, _, error) = await RunAsync("beir", folder.Path, "--split", "test", "--engine", "lucene", "--run", folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await EvaluationProgram.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
