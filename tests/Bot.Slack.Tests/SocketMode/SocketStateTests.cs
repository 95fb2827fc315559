using System.Net.WebSockets;
using Bot.Slack.SocketMode;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>When a socket has to be made anew.</summary>
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
        for (var minutes = 0; minutes < 80; minutes += 8)
        {
            Assert.Null(LookAfter(TimeSpan.FromMinutes(8)));
            Hear(Event);
        }

        Assert.True(state.IsOpen);
    }

    [Fact]
    public void ASilentSocketIsMadeAnewThoughItCallsItselfOpen()
    {
        Hear(Hello);

        Assert.Null(LookAfter(TimeSpan.FromMinutes(10)));
        Assert.Equal("it is silent", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void ASocketThatIsNotGreetedIsOfNoUse()
    {
        Assert.Null(LookAfter(TimeSpan.FromMinutes(1)));
        Assert.False(state.IsOpen);
        Assert.Equal("it does not open", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void TheLibraryHasAMomentToReopenASocketThatClosed()
    {
        Hear(Hello);
        Assert.Null(LookAfter(TimeSpan.FromSeconds(1)));

        Assert.Null(LookAfter(TimeSpan.FromSeconds(15), WebSocketState.Closed));
        Assert.False(state.IsOpen);
        Assert.Equal("it closed and did not open again", LookAfter(TimeSpan.FromSeconds(1), WebSocketState.Closed));
    }

    [Fact]
    public void ASocketIsRenewedAtItsShareOfTheTimeThatSlackNames()
    {
        Hear(Hello);
        for (var minutes = 0; minutes < 90; minutes += 9)
        {
            Assert.Null(LookAfter(TimeSpan.FromMinutes(9)));
            Hear(Event);
        }

        Assert.Equal("its time is nearly over", LookAfter(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("something_new")]
    public void WhenSlackAsksForAnotherSocketThereIsOne(string reason)
    {
        Hear(Hello);
        Hear($$"""{"type":"disconnect","reason":"{{reason}}"}""");

        Assert.Equal("Slack asked for it", LookAfter(TimeSpan.Zero));
        state.Starting();
        Assert.Null(LookAfter(TimeSpan.Zero));
    }

    private void Hear(string message) => state.Heard(SocketEnvelope.Read(message)!);

    private string? LookAfter(TimeSpan wait, WebSocketState seen = WebSocketState.Open)
    {
        time.Advance(wait);
        return state.LookForTrouble(seen);
    }
}
