using Bot.Library.SecondStage;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Library.Tests.SecondStage;

public sealed class MotionNetworkTests
{
    private const string Claim = "Public libraries should never charge their readers.";

    [Theory]
    [InlineData("The library was opened in 1954 by the mayor of the town.")]
    [InlineData("The second of these reasons is the better one.")]
    [InlineData("In the next chapter we turn to the readers.")]
    public async Task AClaimIsMoreDebatableThan(string sentence)
    {
        var odds = await LocalModels.Motions.ScoreAsync([sentence, Claim], CancellationToken.None);

        Assert.NotNull(odds);
        Assert.True(odds[1] > odds[0] + 1, $"{odds[1]} and {odds[0]}");
    }

    [Fact]
    public async Task NothingToReadLoadsNothing() =>
        Assert.Empty(await LocalModels.Motions.ScoreAsync([], CancellationToken.None) ?? throw new InvalidOperationException("Nothing was returned."));

    [Fact]
    public async Task WithoutTheSecondStageNothingIsRead()
    {
        var off = new MotionNetwork(Options.Create(new SecondStageOptions { Enabled = false }), NullLogger<MotionNetwork>.Instance);

        Assert.Null(await off.ScoreAsync([Claim], CancellationToken.None));
    }
}
