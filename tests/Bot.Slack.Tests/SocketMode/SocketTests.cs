using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.SocketMode;

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
    public async Task WhatCannotBeReadIsAcknowledgedAndHasNoEffect()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await RunningSockets.StartAsync(seminar);

        Assert.Null(await slack.Slack.Sockets.DeliverAsync("slash_commands", JsonNode.Parse("[]")));
        Assert.Null(await slack.Slack.Sockets.DeliverAsync("something_new", JsonNode.Parse("{}")));

        Assert.Empty(seminar.Got);
    }

    [Theory]
    [InlineData("""{"command":"/ask","text":"\ud800"}""")]
    [InlineData("""{"command":"/ask","\ud800":"text"}""")]
    public void HalfACharacterMakesARequestNone(string payload)
    {
        var envelope = SocketEnvelope.Read($$"""{"type":"slash_commands","envelope_id":"1","payload":{{payload}}}""");

        Assert.Equal("1", envelope?.Id);
        Assert.Null(envelope?.Request);
    }

    [Fact]
    public async Task AFileComesAsTextToCopyForWhomTheAnswerIs()
    {
        var table = string.Join('\n', Enumerable.Range(0, 400).Select(row => $"2026-03-01,motion {row}"));
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("The debates."), new FileBlock("debates.csv", FileBlock.Table, table))) };
        await using var slack = await RunningSockets.StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));

        await Eventually.IsTrueAsync(() => slack.Seen.Any(message => message.Text.Contains("motion 399", StringComparison.Ordinal)));
        var shown = string.Join('\n', slack.Seen.Select(message => message.Text));
        Assert.All(Enumerable.Range(0, 400), row => Assert.Contains($"motion {row}", shown, StringComparison.Ordinal));
        Assert.All(slack.Seen, message => Assert.True(message.IsPrivate));
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
