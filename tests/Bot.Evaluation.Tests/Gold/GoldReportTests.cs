using System.Text.Json;
using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Gold;

namespace Bot.Evaluation.Tests.Gold;

public sealed class GoldReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AQuoteThatHoldsAGoldTextIsRightWhateverItsQuotationMarks()
    {
        var outcome = Answered(Question("a \"kind\" shrub"), "Tea is", "It is a “kind”  shrub.");

        Assert.False(outcome.FirstIsRight);
        Assert.True(outcome.OneOfThreeIsRight);
    }

    [Fact]
    public void ANearestPassageThatIsRightCountsAsRightAndAsUnsure()
    {
        var figures = new GoldFigures([Unsure(Question("shrub"), "A shrub.")]);

        Assert.Equal((new Ratio(1, 1), new Ratio(1, 1), new Ratio(0, 1)), (figures.AskFirst, figures.Unsure, figures.WronglySilent));
    }

    [Fact]
    public void OnAnUnanswerableQuestionOnlyAnAssertionIsWrong()
    {
        var unanswerable = new GoldQuestion("u", "ask", "?", IsAnswerable: false, []);

        Assert.True(Silent(unanswerable).IsPerfect);
        Assert.True(Unsure(unanswerable, "Something.").IsPerfect);
        Assert.False(Answered(unanswerable, "Something.").IsPerfect);
        Assert.False(new GoldOutcome(unanswerable, ReplyStatus.Error, []).IsPerfect);
    }

    [Fact]
    public void APassageThatSpeaksForTheClaimIsAFaultEvenBesideARightOne()
    {
        var claim = new GoldQuestion("c", "counter", "Tea is good.", IsAnswerable: true, ["bitter"]) { Support = ["tasty"] };
        var outcome = Answered(claim, "It is bitter.", "It is tasty.");

        Assert.True(outcome.FirstIsRight);
        Assert.False(outcome.IsPerfect);
        Assert.Equal(new Ratio(1, 1), new GoldFigures([outcome]).Support);
    }

    [Fact]
    public void FiguresKeepQuestionsAndClaimsApart()
    {
        var unanswerable = new GoldQuestion("u", "ask", "?", IsAnswerable: false, []);
        var claim = new GoldQuestion("c", "counter", "?", IsAnswerable: true, ["shrub"]);
        var figures = new GoldFigures(
        [
            Answered(Question("shrub"), "A shrub."),
            Answered(Question("shrub"), "No.", "No.", "No.", "A shrub."),
            Silent(Question("shrub")),
            Silent(unanswerable),
            Answered(unanswerable, "Something."),
            Answered(claim, "No.", "A shrub."),
        ]);

        Assert.Equal((new Ratio(1, 3), new Ratio(1, 3), new Ratio(1, 3)), (figures.AskFirst, figures.AskThree, figures.WronglySilent));
        Assert.Equal(new Ratio(1, 2), figures.WronglyAnswered);
        Assert.Equal((new Ratio(0, 1), new Ratio(1, 1)), (figures.CounterFirst, figures.CounterThree));
    }

    [Fact]
    public async Task TheBaselineSearchesSingleSentences()
    {
        var reading = InMemoryReading.Create("tea", "Tea", ["Tea is a drink. It came from China."]);
        var question = new GoldQuestion("q", "ask", "What came from China?", IsAnswerable: true, ["China"]);

        var outcome = Assert.Single(await GoldRun.BaselineAsync([question], [reading], CancellationToken.None));

        Assert.Equal("It came from China.", Assert.Single(outcome.Passages).Quote);
    }

    [Fact]
    public void TheReportNamesTargetsAndMisses()
    {
        var output = new StringWriter();
        IReadOnlyList<GoldOutcome> outcomes = [Answered(Question("shrub"), "Wrong words.")];
        GoldReport.Write(outcomes, [Answered(Question("shrub"), "A shrub.")], GoldTargets.SeedQuestions, output);
        GoldReport.WriteMisses(outcomes, output);

        Assert.Contains("0 of 1 | at least 13 | missed", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("q (wrong, confidence .000): What is tea?", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("    Wrong words.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheOutcomesAreWrittenAsJsonToo()
    {
        var path = folder.PathOf("out/outcomes.json");
        GoldReport.WriteJson([Answered(Question("shrub"), "A shrub.")], path);

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.True(json.RootElement[0].GetProperty("firstIsRight").GetBoolean());
    }

    [Theory]
    [InlineData("""{"id": "1", "command": "sing", "text": "?", "gold": ["x"]}""")]
    [InlineData("""{"id": "1", "command": "ask", "text": "?", "answerable": true}""")]
    [InlineData("""{"id": "1", "command": "ask", "text": "?", "gold": [1]}""")]
    public void AMalformedQuestionIsNamed(string line)
    {
        var path = folder.Write("questions.jsonl", line);

        Refusal.Says("questions.jsonl, line 1,", () => GoldQuestion.ReadFile(path));
    }

    [Fact]
    public void AnEmptyFileIsNotMeasured()
    {
        var path = folder.Write("questions.jsonl", "");

        Refusal.Says("no questions", () => GoldQuestion.ReadFile(path));
    }

    private static GoldQuestion Question(string gold) => new("q", "ask", "What is tea?", IsAnswerable: true, [gold]);

    private static GoldOutcome Answered(GoldQuestion question, params string[] passages) =>
        new(question, ReplyStatus.Answered, [.. passages.Select(passage => new OfferedPassage(passage, "tea"))]);

    private static GoldOutcome Unsure(GoldQuestion question, params string[] passages) => Answered(question, passages) with { Status = ReplyStatus.Unsure };

    private static GoldOutcome Silent(GoldQuestion question) => new(question, ReplyStatus.Abstained, []);
}
