using Bot.Slack.SocketMode;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>When a new socket is needed.</summary>
public sealed class SocketStateTests
{
    private const string Hello = """{"type":"hello","debug_info":{"approximate_connection_time":7200}}""";
    private const string Event = """{"type":"events_api","envelope_id":"1","payload":{}}""";

    private readonly FakeTimeProvider time = new();
    private readonly SocketState state;

    public SocketStateTests() => state = new SocketState(time, 0.75);

    [Fact]
    public void ASocketOnWhichSomethingComesNowAndThenIsKept()
    {
        Hear(Hello);
        for (var minutes = 0; minutes < 80; minutes += 7)
        {
            Assert.Null(LookAfter(TimeSpan.FromMinutes(7)));
            Hear(Event);
        }
    }

    [Fact]
    public void ASilentSocketIsFollowedByAnotherThoughItCallsItselfOpen()
    {
        Hear(Hello);

        Assert.Null(LookAfter(TimeSpan.FromMinutes(7.5)));
        Assert.Equal("it is silent", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void TwoLinesDoNotFallSilentAtTheSameTime()
    {
        var other = new SocketState(time, 0.9);
        Hear(Hello);
        other.NoteHeard(SocketEnvelope.Read(Hello)!);

        Assert.Equal("it is silent", LookAfter(TimeSpan.FromMinutes(8)));
        Assert.Null(other.FindProblem(isOpen: true, isSpent: false));
    }

    [Fact]
    public void ASocketThatIsNotGreetedIsOfNoUse()
    {
        Assert.Null(LookAfter(TimeSpan.FromMinutes(1)));
        Assert.False(state.IsGreeted);
        Assert.Equal("it does not open", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void ASocketThatClosedOrCouldNotBeOpenedIsFollowedByAnother()
    {
        Assert.Equal("it closed, or could not be opened", state.FindProblem(isOpen: false, isSpent: true));

        Hear(Hello);
        Assert.Null(LookAfter(TimeSpan.FromSeconds(1)));
        Assert.Equal("it closed", state.FindProblem(isOpen: false, isSpent: false));
    }

    [Fact]
    public void ASocketIsRenewedAtItsShareOfTheTimeThatSlackNames()
    {
        Hear(Hello);
        for (var minutes = 0; minutes < 90; minutes += 6)
        {
            Assert.Null(LookAfter(TimeSpan.FromMinutes(6)));
            Hear(Event);
        }

        Assert.Equal("its time is nearly over", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("something_new")]
    public void ANewSocketIsNeededWhenSlackAsksForIt(string reason)
    {
        Hear(Hello);
        Assert.False(state.Ending.IsCompleted);
        Hear($$"""{"type":"disconnect","reason":"{{reason}}"}""");

        Assert.True(state.Ending.IsCompleted);
        Assert.Equal($"Slack asked for it ({reason})", LookAfter(TimeSpan.Zero));
    }

    private void Hear(string message) => state.NoteHeard(SocketEnvelope.Read(message)!);

    private string? LookAfter(TimeSpan wait)
    {
        time.Advance(wait);
        return state.FindProblem(isOpen: true, isSpent: false);
    }
}
