using Bot.Slack.SocketMode;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>The pauses before a new socket.</summary>
public sealed class SocketPausesTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SocketPauses pauses;

    public SocketPausesTests() => pauses = new SocketPauses(time);

    [Fact]
    public void ASocketThatServedForLongIsFollowedAtOnce()
    {
        Serve(TimeSpan.FromHours(3));

        Assert.Equal(TimeSpan.Zero, pauses.NoteEnded("its time is nearly over"));
        Assert.Null(pauses.HealthProblem);
    }

    [Fact]
    public void ThePauseGrowsToAMinuteIfSocketsEndSoon()
    {
        var waits = Enumerable.Range(0, 9).Select(_ => End().TotalSeconds).ToList();

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public void OnlyManyInARowAreTroubleAndASocketThatLastsEndsIt()
    {
        End();
        End();
        Assert.Null(pauses.HealthProblem);
        End();
        Assert.Equal("it closed", pauses.HealthProblem);

        Serve(TimeSpan.FromSeconds(30));
        Assert.Equal("it closed", pauses.HealthProblem);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(pauses.HealthProblem);
        Assert.Equal(TimeSpan.Zero, pauses.NoteEnded("it closed"));
    }

    [Fact]
    public void ASocketThatCouldNotBeOpenedDidNotLast()
    {
        Serve(TimeSpan.FromHours(3));
        pauses.NoteEnded("its time is nearly over");
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromSeconds(1), pauses.NoteEnded("it does not open"));
    }

    private TimeSpan End()
    {
        Serve(TimeSpan.FromSeconds(1));
        return pauses.NoteEnded("it closed");
    }

    private void Serve(TimeSpan span)
    {
        pauses.NoteOpened();
        time.Advance(span);
    }
}
