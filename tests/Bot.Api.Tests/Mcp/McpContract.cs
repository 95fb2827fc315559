using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Bot.Api.Tests.Mcp;

/// <summary>The tests of the MCP server for all transports, with the SDK's client.</summary>
public abstract class McpContract
{
    private const string Altered = "As punishment, the sanctions worked while the Security Council disagreed.";

    /// <summary>A connected client.</summary>
    protected abstract McpClient Client { get; }

    [Fact]
    public async Task TheServerSaysWhoItIsAndHowToQuote()
    {
        await Client.ListToolsAsync();

        Assert.Equal("seminar-bot", Client.ServerInfo?.Name);
        Assert.Contains("Never quote from memory", Client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryToolIsDescribedAndChangesNothing()
    {
        var tools = await Client.ListToolsAsync();

        Assert.Equal(["ask", "checkquote", "counter", "find", "readings", "show"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.Description.Length > 60, tool.Name);
            Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint);
            Assert.False(tool.ProtocolTool.Annotations?.OpenWorldHint);
            Assert.Contains("passages", tool.ReturnJsonSchema?.GetProperty("properties").EnumerateObject().Select(property => property.Name) ?? []);
            Assert.All(tool.JsonSchema.GetProperty("properties").EnumerateObject(), argument => Assert.True(argument.Value.TryGetProperty("description", out _), argument.Name));
        });
    }

    [Fact]
    public async Task AQuoteOfAToolIsInTheReadingAndChecksAsVerbatim()
    {
        var answer = await CallAsync("ask", ("question", "Have sanctions worked?"));

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        foreach (var passage in answer.GetProperty("passages").EnumerateArray())
        {
            var (reading, quote) = (passage.GetProperty("reading").GetString(), passage.GetProperty("quote").GetString() ?? "?");
            Assert.Contains(quote, await ReadAsync($"seminar://readings/{reading}/paragraphs/{passage.GetProperty("paragraph").GetInt32()}"), StringComparison.Ordinal);
            Assert.Equal("verbatim", (await CallAsync("checkquote", ("quote", quote))).GetProperty("verdict").GetString());
        }
    }

    [Fact]
    public async Task AQuoteThatWasChangedIsToldWithItsChange()
    {
        var answer = await CallAsync("checkquote", ("quote", Altered));

        Assert.Equal("altered", answer.GetProperty("verdict").GetString());
        Assert.Contains("you wrote ‘disagreed’, the reading has ‘agreed’", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("¶11.2", answer.GetProperty("passages")[0].GetProperty("anchor").GetString());
    }

    [Fact]
    public async Task NothingIsCitedIfTheReadingsDoNotSay()
    {
        var answer = await CallAsync("ask", ("question", "What is the weather in Lisbon?"));

        Assert.Equal("abstained", answer.GetProperty("status").GetString());
        Assert.Equal(0, answer.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task EachOtherToolAnswersAsData()
    {
        Assert.NotEqual(0, (await CallAsync("find", ("words", "arms control"), ("page", 2))).GetProperty("passages").GetArrayLength());
        Assert.Equal("counter", (await CallAsync("counter", ("claim", "list prices of oil show that sanctions failed"))).GetProperty("command").GetString());
        Assert.Equal("¶2.1", (await CallAsync("show", ("anchor", "¶2"), ("reading", "case-for-pressure"))).GetProperty("passages")[0].GetProperty("anchor").GetString());
        Assert.Equal(6, (await CallAsync("readings")).GetProperty("readings").GetArrayLength());
        Assert.Equal(1, (await CallAsync("readings", ("name", "case-for-pressure"))).GetProperty("readings").GetArrayLength());
    }

    [Fact]
    public async Task AClientThatReadsTextAloneGetsTheSame()
    {
        var result = await Client.CallToolAsync("show", new Dictionary<string, object?> { ["anchor"] = "¶2", ["reading"] = "case-for-pressure" });

        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(JsonElement.DeepEquals(result.StructuredContent ?? default, JsonDocument.Parse(text).RootElement), text);
        Assert.Contains("¶2.1", text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "show", """{"anchor":"¶99","reading":"case-for-pressure"}""", "There is no ¶99: “Pressure First, for as Long as It Takes” ends at ¶36." },
        { "ask", """{"question":"Why?","reading":"case-for-presure"}""", "No reading is called “case-for-presure”. Did you mean “case-for-pressure”?" },
        { "ask", "{}", "“ask” needs the argument “question”." },
        { "ask", """{"question":"Why?","colour":"red"}""", "“ask” has no argument “colour”. It takes question, reading." },
        { "ask", """{"question":7}""", "The argument “question” must be a text." },
        { "ask", """{"question":null}""", "The argument “question” must be a text." },
        { "ask", """{"question":"?!"}""", "That contains no word" },
        { "find", """{"words":"sanctions","page":1.5}""", "The argument “page” is not a whole number, or too large." },
        { "find", """{"words":"sanctions","page":"two"}""", "The argument “page” must be a whole number." },
        { "find", """{"words":"sanctions","page":-1}""", "The option “page” takes a whole number from 1" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ErrorsAreReportedToTheAssistant(string tool, string arguments, string problem)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments);

        var result = await Client.CallToolAsync(tool, given);

        Assert.True(result.IsError);
        Assert.StartsWith(problem, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownToolIsRefused() =>
        await Assert.ThrowsAnyAsync<McpException>(async () => await Client.CallToolAsync("settings", new Dictionary<string, object?>()));

    [Fact]
    public async Task EveryReadingIsAResourceWithNumberedParagraphs()
    {
        var resources = await Client.ListResourcesAsync();

        Assert.Equal(6, resources.Count);
        Assert.All(await Client.ListResourceTemplatesAsync(), template => Assert.StartsWith("seminar://readings/{reading}", template.UriTemplate, StringComparison.Ordinal));
        var whole = await ReadAsync(resources.Single(resource => resource.Name == "case-for-pressure").Uri);
        var second = await ReadAsync("seminar://readings/case-for-pressure/paragraphs/2");
        Assert.Contains($"\n¶2 {second}\n", whole, StringComparison.Ordinal);
        Assert.StartsWith("Consider what is being excused.", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seminar://readings/no-such")]
    [InlineData("seminar://readings/case-for-pressure/paragraphs/999")]
    [InlineData("seminar://readings/case-for-pressure/paragraphs/0")]
    [InlineData("seminar://readings/case-for-pressure/paragraphs/two")]
    [InlineData("seminar://readings/")]
    [InlineData("file:///etc/passwd")]
    public async Task AnAddressWithNothingBehindItIsRefused(string address) =>
        await Assert.ThrowsAnyAsync<McpException>(async () => await Client.ReadResourceAsync(address));

    [Fact]
    public async Task TheNamesOfReadingsAreCompleted()
    {
        var completed = await Client.CompleteAsync(new ResourceTemplateReference { Uri = "seminar://readings/{reading}" }, "reading", "case-for");

        Assert.Equal(["case-for-engagement", "case-for-pressure"], completed.Completion.Values);
    }

    [Fact]
    public async Task TheTwoTasksTellAnAssistantToCheckItsQuotes()
    {
        Assert.Equal(["check-quotes", "debate"], (await Client.ListPromptsAsync()).Select(prompt => prompt.Name).Order(StringComparer.Ordinal));

        var debate = await PromptAsync("debate", ("topic", "arms control"));
        Assert.Contains("this topic: arms control", debate, StringComparison.Ordinal);
        Assert.Contains("Check every quote with checkquote", debate, StringComparison.Ordinal);
        Assert.Contains("the main question of the readings", await PromptAsync("debate"), StringComparison.Ordinal);

        var essay = new string('e', 100_000);
        Assert.Contains(essay, await PromptAsync("check-quotes", ("essay", essay)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromptWithoutWhatItNeedsIsRefused()
    {
        var missing = await Assert.ThrowsAnyAsync<McpException>(async () => await Client.GetPromptAsync("check-quotes"));
        var unknown = await Assert.ThrowsAnyAsync<McpException>(async () => await Client.GetPromptAsync("debate", new Dictionary<string, object?> { ["colour"] = "red" }));

        Assert.Contains("“check-quotes” needs the argument “essay”.", missing.Message, StringComparison.Ordinal);
        Assert.Contains("“debate” has no argument “colour”. It takes topic.", unknown.Message, StringComparison.Ordinal);
    }

    private async Task<JsonElement> CallAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await Client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value));
        Assert.NotEqual(true, result.IsError);
        return result.StructuredContent ?? throw new InvalidOperationException("There is no structured result.");
    }

    private async Task<string> ReadAsync(string uri) =>
        Assert.IsType<TextResourceContents>(Assert.Single((await Client.ReadResourceAsync(uri)).Contents)).Text;

    private async Task<string> PromptAsync(string name, params (string Name, object Value)[] arguments)
    {
        var prompt = await Client.GetPromptAsync(name, arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value));
        return Assert.IsType<TextContentBlock>(Assert.Single(prompt.Messages).Content).Text;
    }
}
