using Bot.Library;
using Bot.Library.SecondStage;
using Bot.Seminar.Debate;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Debate;

public sealed class MotionFinderTests
{
    private static readonly ShelfSnapshot Shelf = LocalModels.Shelf([TestReadings.Of(
        "island",
        "The island",
        "The ferry to the island was built in 1954. Every town should pay for a public library.",
        "Voting should be compulsory for every citizen. The second of the reasons is better known to the islanders.")]).Current;

    [Fact]
    public async Task TheClaimsAreFoundInReadingOrder()
    {
        using var finder = CreateFinder(isOn: true);

        var motions = await finder.FindAsync(Shelf, Shelf.Readings, CancellationToken.None);

        Assert.Equal(
            ["Every town should pay for a public library", "Voting should be compulsory for every citizen"],
            motions.Select(motion => motion.Claim));
        Assert.All(motions, motion => Assert.InRange(motion.Probability, 0.3, 1));
    }

    [Theory]
    [InlineData(true, "Voting should be compulsory for every citizen")]
    [InlineData(false)]
    public async Task APartOfASentenceIsAMotionOnlyIfTheNetworkHasReadIt(bool isOn, params string[] claims)
    {
        const string Sentence =
            "The mayor has spoken about it for years, although few listened; voting should be compulsory for every citizen; and the evening ended.";
        var shelf = LocalModels.Shelf([TestReadings.Of("island", "The island", Sentence)]).Current;
        using var finder = CreateFinder(isOn);

        var motions = await finder.FindAsync(shelf, shelf.Readings, CancellationToken.None);

        Assert.Equal(claims, motions.Select(motion => motion.Claim));
    }

    [Fact]
    public async Task AReadingIsReadOnce()
    {
        using var finder = CreateFinder(isOn: true);

        var first = await finder.FindAsync(Shelf, Shelf.Readings, CancellationToken.None);
        var again = await finder.FindAsync(Shelf, Shelf.Readings, CancellationToken.None);

        Assert.Same(first[0], again[0]);
    }

    [Fact]
    public async Task WithoutTheNetworkTheFastJudgeDecides()
    {
        using var finder = CreateFinder(isOn: false);

        var motions = await finder.FindAsync(Shelf, Shelf.Readings, CancellationToken.None);

        Assert.Contains("Voting should be compulsory for every citizen", motions.Select(motion => motion.Claim));
        Assert.DoesNotContain(motions, motion => motion.Claim.Contains("1954", StringComparison.Ordinal));
    }

    private static MotionFinder CreateFinder(bool isOn) => new(
        new MotionJudge(MotionModel.Load(MotionModel.ShippedFile), LocalModels.Sentences),
        new MotionNetwork(Options.Create(new SecondStageOptions { Enabled = isOn }), NullLogger<MotionNetwork>.Instance));
}
