using System.Text.Json;
using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Seeds;

namespace Bot.Evaluation.Tests.Seeds;

public sealed class SeedReportTests : IDisposable
{
    private static readonly Citation Place = new("tea", "Tea", 1, 1);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AQuoteThatHoldsAGoldTextIsRightWhateverItsQuotationMarks()
    {
        var outcome = await AskAsync(Question(gold: "a \"kind\" shrub"), Answer("Tea is", "It is a “kind”  shrub."));

        Assert.False(outcome.FirstIsRight);
        Assert.True(outcome.OneOfThreeIsRight);
    }

    [Fact]
    public async Task ASuggestionIsNoAnswer()
    {
        var reply = ChatReply.Abstain(
            new TextBlock("The readings do not say."), new QuoteBlock("It is a shrub.", Place) { IsSuggestion = true });
        var outcome = await AskAsync(Question(gold: "shrub"), reply);

        Assert.True(outcome.IsSilent);
        Assert.False(outcome.OneOfThreeIsRight);
    }

    [Fact]
    public async Task AnErrorIsNotSilence()
    {
        var unanswerable = new SeedQuestion("u", "ask", "?", IsAnswerable: false, []);

        Assert.False((await AskAsync(unanswerable, ChatReply.Error("Something broke."))).IsPerfect);
    }

    [Fact]
    public async Task AnAbstentionThatQuotesAnAnswerIsNotSilence()
    {
        var reply = ChatReply.Abstain(new TextBlock("The readings do not say."), new QuoteBlock("It is a shrub.", Place));
        var outcome = await AskAsync(Question(gold: "shrub"), reply);

        Assert.False(outcome.IsSilent);
        Assert.False(outcome.OneOfThreeIsRight);
    }

    [Fact]
    public void FiguresKeepQuestionsAndClaimsApart()
    {
        var unanswerable = new SeedQuestion("u", "ask", "?", IsAnswerable: false, []);
        var claim = new SeedQuestion("c", "counter", "?", IsAnswerable: true, ["shrub"]);
        var figures = SeedFigures.Count(
        [
            Answered(Question("shrub"), "A shrub."),
            Answered(Question("shrub"), "No.", "No.", "No.", "A shrub."),
            Silent(Question("shrub")),
            Silent(unanswerable),
            Answered(unanswerable, "Something."),
            Answered(claim, "No.", "A shrub."),
        ]);

        Assert.Equal((3, 1, 1, 1), (figures.Answerable, figures.AskFirst, figures.AskThree, figures.FalseRefusals));
        Assert.Equal((2, 1), (figures.Unanswerable, figures.Abstained));
        Assert.Equal((1, 0, 1), (figures.Claims, figures.CounterFirst, figures.CounterThree));
    }

    [Fact]
    public void TheBaselineSearchesSingleSentences()
    {
        var reading = InMemoryReading.Create("tea", "Tea", ["Tea is a drink. It came from China."]);
        var question = new SeedQuestion("q", "ask", "What came from China?", IsAnswerable: true, ["China"]);

        Assert.Equal(["It came from China."], Assert.Single(SeedRun.Baseline([question], [reading])).Passages);
    }

    [Fact]
    public void TheReportNamesTargetsAndMisses()
    {
        var output = new StringWriter();
        IReadOnlyList<SeedOutcome> outcomes = [Answered(Question("shrub"), "Wrong words.")];
        SeedReport.Write(outcomes, [Answered(Question("shrub"), "A shrub.")], output);
        SeedReport.WriteMisses(outcomes, output);

        Assert.Contains("0 of 1 | at least 1 | missed", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("q (wrong): What is tea?", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("    Wrong words.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFiguresAreWrittenAsJsonToo()
    {
        var path = folder.PathOf("out/figures.json");
        SeedReport.WriteJson([Answered(Question("shrub"), "A shrub.")], [Silent(Question("shrub"))], path);

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(1, json.RootElement.GetProperty("ours").GetProperty("askFirst").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("baseline").GetProperty("askFirst").GetInt32());
    }

    [Theory]
    [InlineData("""{"id": "1", "command": "sing", "text": "?", "gold": ["x"]}""")]
    [InlineData("""{"id": "1", "command": "ask", "text": "?", "answerable": true}""")]
    [InlineData("""{"id": "1", "command": "ask", "text": "?", "gold": [1]}""")]
    public void AMalformedQuestionIsNamed(string line)
    {
        var path = folder.Write("questions.jsonl", line);

        Refusal.Says("questions.jsonl, line 1,", () => SeedQuestion.ReadFile(path));
    }

    [Fact]
    public void AnEmptyFileIsNotMeasured()
    {
        var path = folder.Write("questions.jsonl", "");

        Refusal.Says("no questions", () => SeedQuestion.ReadFile(path));
    }

    private static SeedQuestion Question(string gold) => new("q", "ask", "What is tea?", IsAnswerable: true, [gold]);

    private static SeedOutcome Answered(SeedQuestion question, params string[] passages) =>
        new(question, ReplyStatus.Answered, passages, "");

    private static SeedOutcome Silent(SeedQuestion question) => new(question, ReplyStatus.Abstained, [], "");

    private static ChatReply Answer(params string[] quotes) =>
        ChatReply.Answer([.. quotes.Select(quote => new QuoteBlock(quote, Place))]);

    private static async Task<SeedOutcome> AskAsync(SeedQuestion question, ChatReply reply) =>
        (await SeedRun.AskAsync([question], (_, _, _) => Task.FromResult(reply), CancellationToken.None)).Single();
}
