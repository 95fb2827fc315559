using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;
using Bot.Testing;

namespace Bot.Seminar.Tests.Arguments;

public sealed class CounterSearchTests
{
    private const string Claim = "Strict zoning protects old quarters.";

    private static readonly Reading Zoning = TestReadings.Of(
        "zoning", "For strict zoning", Claim, "Admittedly, strict zoning may make flats more expensive for the young.");

    private static readonly Reading Builders = TestReadings.Of("builders", "Let them build", "Strict zoning does not protect old quarters.");

    [Theory]
    [InlineData(Claim)]
    [InlineData("strict zoning protects old quarters")]
    public async Task TheClaimItselfDoesNotCounterItHoweverItIsWritten(string claim)
    {
        var found = await SearchAsync([Zoning, Builders], claim);

        Assert.DoesNotContain(found.Counters, counter => counter.Passage.Quote == Claim);
        Assert.Contains(found.Counters, counter => counter.Passage.Reading == Builders);
    }

    [Theory]
    [InlineData($"{Claim} Against this, strict zoning has failed to protect old quarters. It has failed wherever rents rose.")]
    [InlineData($"Strict zoning has failed to protect old quarters. Yet its friends say: {Claim}")]
    [InlineData("The mayor likes old houses more than new ones; strict zoning protects old quarters; he is wrong. Strict zoning has failed to protect old quarters.")]
    public async Task AQuoteDoesNotGrowToTheClaim(string text)
    {
        var reading = TestReadings.Of("zoning", "Zoning", text);

        var found = await SearchAsync([reading], Claim);

        Assert.NotEmpty(found.Counters);
        Assert.All(found.Counters, counter => Assert.DoesNotContain("trict zoning protects old quarters", counter.Passage.Quote, StringComparison.Ordinal));
        Assert.All(found.Counters, counter => Assert.Equal(Origin.Concession, counter.Origin));
    }

    [Fact]
    public async Task ThereIsNoCounterIfOnlyTheClaimIsFound()
    {
        var found = await SearchAsync([TestReadings.Of("one", "One", Claim)], Claim);

        Assert.Empty(found.Counters);
        Assert.Equal((Certainty.None, 0.0), (found.Certainty, found.Confidence));
    }

    [Fact]
    public async Task APassageSaysWhereItComesFrom()
    {
        var both = await SearchAsync([Zoning, Builders], Claim);
        var single = await SearchAsync([Builders], Claim);

        Assert.Equal(Origin.OtherReading, Assert.Single(both.Counters, counter => counter.Passage.Reading == Builders).Origin);
        Assert.Equal(Origin.SameReading, Assert.Single(single.Counters).Origin);
        Assert.All(both.Counters.Where(counter => counter.Passage.Reading == Zoning), counter => Assert.Equal(Origin.Concession, counter.Origin));
    }

    [Fact]
    public async Task OnlyAcceptedReadingsAreSearched()
    {
        var found = await SearchAsync([Zoning, Builders], Claim, (reading, _) => reading == Zoning);

        Assert.NotEmpty(found.Counters);
        Assert.DoesNotContain(found.Counters, counter => counter.Passage.Reading == Builders);
    }

    [Fact]
    public async Task TheCertaintyIsThatOfTheFirstCounterAndNotOfTheClaim()
    {
        var found = await SearchAsync([TestReadings.Of("zoning", "Zoning", $"{Claim} A choir sang for the mayor on Sunday.")], Claim);

        Assert.Equal("A choir sang for the mayor on Sunday.", Assert.Single(found.Counters).Passage.Quote);
        Assert.NotEqual(Certainty.Sure, found.Certainty);
        Assert.True(found.Confidence < 0.5, $"{found.Confidence}");
    }

    private static Task<CounterResult> SearchAsync(IReadOnlyList<Reading> readings, string claim, Func<Reading, Paragraph, bool>? accepts = null) =>
        new CounterSearch(LocalModels.Retriever).FindCountersAsync(LocalModels.Shelf(readings).Current, claim, accepts, CancellationToken.None);
}
