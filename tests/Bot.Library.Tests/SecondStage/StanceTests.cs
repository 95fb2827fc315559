using Bot.Library.SecondStage;
using Bot.Testing;

namespace Bot.Library.Tests.SecondStage;

public sealed class StanceTests
{
    private const string Claim = "We should ban zoos.";

    [Theory]
    [InlineData(0.7, 0.2, StanceSide.Supports)]
    [InlineData(0.2, 0.7, StanceSide.Opposes)]
    [InlineData(0.5, 0.4, StanceSide.Unclear)]
    [InlineData(0.01, 0.3, StanceSide.Unclear)]
    public void ASideIsDecidedIfOneIsMuchLikelier(double support, double oppose, StanceSide side) =>
        Assert.Equal(side, new Stance(support, oppose).Side);

    [Fact]
    public async Task AnArgumentForAClaimIsToldFromOneAgainstIt()
    {
        var stances = await LocalModels.SecondStage.JudgeStancesAsync(
            Claim, ["Zoos are cruel: animals suffer in captivity.", "Zoos save species from extinction and teach children to love animals."], CancellationToken.None);

        Assert.Equal([StanceSide.Supports, StanceSide.Opposes], stances?.Select(stance => stance.Side));
    }

    [Fact]
    public async Task OfALongArgumentTheBeginningIsRead()
    {
        var beginning = string.Concat(Enumerable.Repeat("Zoos keep animals in captivity, and visitors learn little from them. ", 8));

        var one = await LocalModels.SecondStage.JudgeStancesAsync($"{beginning}They should close.", ["Zoos are cruel."], CancellationToken.None);
        var other = await LocalModels.SecondStage.JudgeStancesAsync($"{beginning}They should stay open.", ["Zoos are cruel."], CancellationToken.None);

        Assert.NotNull(one);
        Assert.NotNull(other);
        Assert.Equal(Assert.Single(one), Assert.Single(other));
    }

    [Fact]
    public async Task ThePointOfALongArgumentDecidesItsSide()
    {
        var rest = string.Concat(Enumerable.Repeat(" The council will meet in May to speak about it, and every citizen may come.", 5));

        Assert.True(await ReadAsync("We should keep zoos open.") > await ReadAsync("We should ban zoos.") + 1);

        async Task<double> ReadAsync(string point)
        {
            var stances = await LocalModels.SecondStage.JudgeStancesAsync(
                $"{point}{rest}", ["Zoos are cruel: animals suffer in captivity."], CancellationToken.None);
            return Assert.Single(stances ?? []).Opposition;
        }
    }

    [Fact]
    public void OfSeveralReadingsTheMeanCounts()
    {
        var one = Stance.FromLogits([2, 0, 0]);
        var both = Stance.FromLogits([2, 0, 0], [0, 2, 0]);

        Assert.Equal(Math.Exp(2) / (Math.Exp(2) + 2), one.Support, 5);
        Assert.Equal(both.Support, both.Oppose, 5);
    }

    [Fact]
    public async Task SwitchedOffItTellsNoSides()
    {
        using var reader = new SecondStageReader(Microsoft.Extensions.Options.Options.Create(new SecondStageOptions { Enabled = false }));

        Assert.Null(await reader.JudgeStancesAsync(Claim, ["Zoos are cruel."], CancellationToken.None));
    }
}
