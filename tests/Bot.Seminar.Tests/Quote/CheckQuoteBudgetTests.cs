using System.Diagnostics;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Seminar.Tests.Quote;

/// <summary>A quote of very frequent words is the most work; it must not delay others.</summary>
public sealed class CheckQuoteBudgetTests
{
    private static readonly IReadOnlyList<Library.Readings.Reading> Large =
    [
        TestReadings.Of("large", "A Large Reading", [.. Enumerable.Range(0, 12_000).Select(i => $"The end of the road of the town {i} of the valley is the start of the way of the river.")]),
    ];

    private static readonly Library.Shelf Shelf = TestReadings.Shelf(Large);

    [Theory]
    [InlineData("of the ")]
    [InlineData("of the … ")]
    [InlineData("the of ")]
    [InlineData("of … the … ")]
    public async Task WordsThatAreEverywhereAreCheckedInAMoment(string words)
    {
        var command = QuoteCommands.Make();
        await CommandRunner.RunAsync(command, Shelf, "the end of the road of the town 1 of the valley");
        var quote = string.Concat(Enumerable.Repeat(words, 4000 / words.Length)).Trim();

        var watch = Stopwatch.StartNew();
        await CommandRunner.RunAsync(command, Shelf, new TimeBudget(TimeProvider.System, TimeSpan.FromSeconds(2)), quote);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task AfterATimeoutItSaysSoAndShowsItsResults()
    {
        var budget = new TimeBudget(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) }, TimeSpan.FromSeconds(2));

        var reply = await CommandRunner.RunAsync(QuoteCommands.Make(), Shelf, budget, "the end of the road of the city of the valley");

        Assert.Equal(
            "I stopped searching after 2 seconds and had not found it; the readings may still contain it. Fewer words are faster.",
            reply.ToPlainText());
    }
}
