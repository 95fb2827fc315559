using Bot.Discord.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayStateTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void AShortLossIsNotWorthTellingAndALongOneIs()
    {
        var state = Ready();

        state.NoteClosed(1006);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(state.HealthProblem);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("is down (code 1006)", state.HealthProblem, StringComparison.Ordinal);
        state.NoteHeard("RESUMED");
        Assert.Null(state.HealthProblem);
    }

    [Fact]
    public void AGatewayThatNeverConnectedIsDownFromTheStart()
    {
        var state = new GatewayState(time);

        Assert.Contains("is down", state.HealthProblem, StringComparison.Ordinal);
        state.NoteHeard("HEARTBEAT");
        Assert.Contains("is down", state.HealthProblem, StringComparison.Ordinal);
        state.NoteHeard("READY");
        Assert.Null(state.HealthProblem);
    }

    [Fact]
    public void OnlyWhatComesEndsTheSilence()
    {
        var state = Ready();
        time.Advance(TimeSpan.FromMinutes(2));
        state.NoteLost();

        Assert.True(state.IsSilentFor(TimeSpan.FromMinutes(1)));
        state.NoteHeard("HEARTBEAT");
        Assert.False(state.IsSilentFor(TimeSpan.FromMinutes(1)));
    }

    private GatewayState Ready()
    {
        var state = new GatewayState(time);
        state.NoteStarting();
        state.NoteHeard("READY");
        return state;
    }
}
