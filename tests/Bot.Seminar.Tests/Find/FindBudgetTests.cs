using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Commands;
using Bot.Seminar.Find;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Seminar.Tests.Find;

/// <summary>A search for many phrases or excluded words is expensive; it must not delay others.</summary>
public sealed class FindBudgetTests
{
    private static readonly Reading Large = TestReadings.Of(
        "large", "A Large Reading", [.. Enumerable.Range(0, 50).Select(i => $"The ferry brings the children of village {i} to the school.")]);

    [Fact]
    public async Task AfterATimeoutItShowsItsResultsAndSaysSo()
    {
        var reply = await RunAsync("\"brings the children\" -harbour");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(5, reply.Quotes.Count());
        Assert.EndsWith("I stopped searching after 5 seconds; this is what I found. Fewer words are faster.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterATimeoutItDoesNotClaimThatTheReadingsDoNotContainIt()
    {
        var reply = await RunAsync("\"village 49\"");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Equal(
            "I stopped searching after 5 seconds and had not found it; the readings may still contain it. Fewer words are faster.",
            reply.ToPlainText());
    }

    [Fact]
    public async Task TheRouterGivesEachRequestItsTime()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var before = await harness.StudentAsync("find \"trees\" -harbourmaster");
        harness.Time.AutoAdvanceAmount = TimeSpan.FromSeconds(1.5);

        var slow = await harness.StudentAsync("find \"trees\" -harbourmaster");

        Assert.DoesNotContain("I stopped", before.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("I stopped searching after 2 seconds", slow.ToPlainText(), StringComparison.Ordinal);
    }

    private static Task<ChatReply> RunAsync(string text)
    {
        var budget = new TimeBudget(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) }, TimeSpan.FromSeconds(5));
        return CommandRunner.RunAsync(new FindCommand(new FindSearch(LocalModels.Retriever)), TestReadings.Shelf([Large]), budget, text);
    }
}
