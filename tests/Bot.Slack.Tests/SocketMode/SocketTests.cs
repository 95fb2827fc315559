using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.SocketMode;

public sealed class SocketTests
{
    [Fact]
    public async Task TwoSocketsAreOpen()
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());

        Assert.Equal(2, slack.Slack.Sockets.Open);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("too_many_websockets")]
    [InlineData("something_new")]
    public async Task WhateverTheReasonASocketThatEndsIsMadeAnew(string reason)
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());

        await slack.Slack.Sockets.AskToDisconnectAsync(reason);

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets is { Ever: >= 4, Open: 2 } && slack.Trouble is null);
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "afterwards"));
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task SocketsThatAreCutAreMadeAnew()
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());

        slack.Slack.Sockets.Cut();

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets is { Ever: >= 4, Open: 2 } && slack.Trouble is null);
    }

    [Fact]
    public async Task ASocketIsRenewedBeforeItsTimeIsOver()
    {
        await using var slack = await SlackUnderTest.StartAsync(
            new ScriptedSeminar(), ("Slack:Transport", "Socket"), ("Slack:AppToken", FakeSlack.AppToken));
        slack.Slack.Sockets.Lifetime = 4;

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Ever >= 5);
    }

    [Fact]
    public async Task HealthSaysWhenNoSocketIsOpen()
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());
        slack.Slack.Sockets.Greets = false;

        slack.Slack.Sockets.Cut();

        await Eventually.IsTrueAsync(() => slack.Trouble?.Contains("No socket to Slack is open", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task AWrongTokenStopsTheAdapterAndSaysHowToMendIt()
    {
        await using var slack = await SlackUnderTest.StartAsync(
            new ScriptedSeminar(), ("Slack:Transport", "Socket"), ("Slack:AppToken", "xapp-wrong"));

        var stopped = await Assert.ThrowsAsync<AdapterStoppedException>(() => slack.Running.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Contains("Slack does not accept", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xapp-wrong", stopped.Message, StringComparison.Ordinal);
    }
}
