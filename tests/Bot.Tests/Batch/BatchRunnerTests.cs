using System.Text.Json;
using Bot.Batch;
using Bot.Chat;
using Bot.Chat.Json;
using Bot.Library.Readings;
using CsCheck;

namespace Bot.Tests.Batch;

public sealed class BatchRunnerTests(Seminar seminar) : IClassFixture<Seminar>
{
    private const string Show = """{"id":"q1","command":"show","text":"case-for-pressure ¶2"}""";

    [Fact]
    public async Task EachLineIsAnsweredByOneLineInOrder()
    {
        var answers = await RunAsync(Show, "", "   ", """{"id":"q2","command":"readings"}""", """{"id":3,"command":"help","text":"show"}""");

        Assert.Equal(["q1", "q2", "3"], answers.Select(answer => answer.GetProperty("id").ToString()));
        Assert.All(answers, answer => Assert.Equal("answered", answer.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task AnAnswerHasTheFieldsThatScriptsDependOn()
    {
        var answer = Assert.Single(await RunAsync(Show));

        Assert.Equal(["id", "command", "status", "text", "passages", "elapsedMs"], Names(answer));
        var passage = answer.GetProperty("passages")[0];
        Assert.Equal(["reading", "title", "section", "paragraph", "sentence", "anchor", "quote", "score"], Names(passage));
        Assert.Equal("case-for-pressure", passage.GetProperty("reading").GetString());
        Assert.Equal(2, passage.GetProperty("paragraph").GetInt32());
        Assert.Equal("¶2.1", passage.GetProperty("anchor").GetString());
        Assert.True(answer.GetProperty("elapsedMs").GetDouble() >= 0);
    }

    [Fact]
    public async Task EveryQuoteIsVerbatimAtItsAnchorAndShort()
    {
        foreach (var answer in await RunAsync(Show, """{"command":"ask","text":"Have sanctions worked?"}""", """{"command":"summary","text":"case-for-engagement"}"""))
        {
            Assert.NotEqual(0, answer.GetProperty("passages").GetArrayLength());
            foreach (var passage in answer.GetProperty("passages").EnumerateArray())
            {
                var quote = passage.GetProperty("quote").GetString() ?? "";
                Assert.True(Anchor.TryParse(passage.GetProperty("anchor").GetString(), out var anchor));
                var paragraph = seminar.Reading(passage.GetProperty("reading").GetString() ?? "").Find(anchor.Paragraph);
                Assert.NotNull(paragraph);
                Assert.StartsWith(quote, paragraph.Text[paragraph.Sentences[(anchor.Sentence ?? 0) - 1].Start..], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task ParagraphSignsAndQuotationMarksPrintReadable()
    {
        var line = Assert.Single(await RunLinesAsync(Show));

        Assert.Contains("¶2 of “Pressure First", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u00B6", line, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no json", null, "The line is not JSON (at character 2).")]
    [InlineData("[1]", null, "The line is not a JSON object.")]
    [InlineData("""{"id":"a"}""", "a", "The field “command” is missing.")]
    [InlineData("""{"id":"a","command":7}""", "a", "The field “command” is not a text.")]
    [InlineData("""{"id":"a","command":"show","text":7}""", "a", "The field “text” is not a text.")]
    [InlineData("""{"id":"a","command":"show","text":"1","options":[]}""", "a", "The field “options” is not an object.")]
    [InlineData("""{"id":"a","command":"show","text":"1","options":{"reading":[]}}""", "a", "The option “reading” is neither")]
    [InlineData("""{"id":"a","command":"show","text":"\ud800"}""", "a", "The line contains half of a Unicode character")]
    [InlineData("""{"id":"\ud800","command":"show","text":"\ud800"}""", null, "The line contains half of a Unicode character")]
    [InlineData("""{"id":"a","command":"shwo","text":"1"}""", "a", "There is no command “shwo”. Did you mean “show”?")]
    [InlineData("""{"id":"a","command":"show"}""", "a", "“show” needs a few more words.")]
    [InlineData("""{"id":"a","command":"show","text":"?!"}""", "a", "That contains no word")]
    public async Task ABadLineIsAnsweredWithWhatIsWrongAndTheBatchGoesOn(string line, string? id, string problem)
    {
        var answers = await RunAsync(line, Show);

        Assert.Equal(2, answers.Count);
        Assert.Equal("error", answers[0].GetProperty("status").GetString());
        Assert.StartsWith(problem, answers[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, answers[0].TryGetProperty("id", out var given) ? given.GetString() : null);
        Assert.Equal("answered", answers[1].GetProperty("status").GetString());
    }

    [Fact]
    public async Task ATextOfTenThousandCharactersIsAnErrorWithItsId()
    {
        var answer = Assert.Single(await RunAsync($$"""{"id":"long","command":"ask","text":"{{new string('a', 10_000)}}"}"""));

        Assert.Equal("long", answer.GetProperty("id").GetString());
        Assert.StartsWith("That is 10,000 characters long", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsMayStandApart()
    {
        var answer = Assert.Single(await RunAsync("""{"command":"show","text":"2","options":{"reading":"what-sanctions"}}"""));

        Assert.Equal("what-sanctions-did", answer.GetProperty("passages")[0].GetProperty("reading").GetString());
    }

    [Fact]
    public void SuggestionsStandApartFromPassagesAndAScoreIsRounded()
    {
        var place = new Citation("weather", "On Weather", 4, 2);
        var reply = ChatReply.Abstain(
            new TextBlock("Nothing."),
            new QuoteBlock("It rained.", place) { Score = 0.123456, Origin = "curated" },
            new QuoteBlock("It poured.", place) { IsSuggestion = true });

        var answer = JsonDocument.Parse(JsonAnswer.Of("ask", reply, TimeSpan.FromMilliseconds(1.23456)).ToJson()).RootElement;

        Assert.Equal(["command", "status", "text", "passages", "suggestions", "elapsedMs"], Names(answer));
        Assert.Equal("abstained", answer.GetProperty("status").GetString());
        Assert.Equal("""{"reading":"weather","title":"On Weather","paragraph":4,"sentence":2,"anchor":"¶4.2","quote":"It rained.","score":0.1235,"origin":"curated"}""", answer.GetProperty("passages")[0].GetRawText());
        Assert.Equal("It poured.", answer.GetProperty("suggestions")[0].GetProperty("quote").GetString());
        Assert.Equal(1.23, answer.GetProperty("elapsedMs").GetDouble());
    }

    [Fact]
    public async Task NoLineEndsTheBatch() => await Gen.String.Where(line => !string.IsNullOrWhiteSpace(line) && !line.AsSpan().ContainsAny('\r', '\n')).Array[1, 4]
        .SampleAsync(async lines => Assert.Equal(lines.Length, (await RunAsync(lines)).Count), iter: 200);

    private async Task<List<JsonElement>> RunAsync(params string[] lines) =>
        [.. (await RunLinesAsync(lines)).Select(line => JsonDocument.Parse(line).RootElement)];

    private async Task<string[]> RunLinesAsync(params string[] lines)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new BatchRunner(seminar.Router, TimeProvider.System).RunAsync(new StringReader(string.Join('\n', lines)), output, CancellationToken.None);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
