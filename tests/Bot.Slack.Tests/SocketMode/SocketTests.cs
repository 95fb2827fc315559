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
    public async Task AnEndedSocketIsReplacedForAnyReason(string reason)
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());

        await slack.Slack.Sockets.AskToDisconnectAsync(reason);

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets is { Ever: >= 4, Open: 2 } && slack.HealthProblem is null);
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "afterwards"));
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task SocketsThatAreCutAreReplaced()
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());

        slack.Slack.Sockets.Cut();

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets is { Ever: >= 4, Open: 2 } && slack.HealthProblem is null);
    }

    [Fact]
    public async Task ThePausesGrowAndHealthSaysWhyIfSlackEndsEachSocketAtOnce()
    {
        await using var clock = new SwiftClock(TimeSpan.FromMilliseconds(50));
        await using var slack = await RunningSockets.BeginAsync(new ScriptedSeminar(), slack => slack.Sockets.EndsAtOnce = true, clock.Time);
        var start = clock.Time.GetTimestamp();

        await Eventually.IsTrueAsync(() => clock.Time.GetElapsedTime(start) > TimeSpan.FromSeconds(20));

        Assert.InRange(slack.Slack.Sockets.Ever, 6, 14);
        Assert.Contains("too_many_websockets", slack.HealthProblem, StringComparison.Ordinal);
        Assert.Contains("stop other copies", slack.HealthProblem, StringComparison.Ordinal);
        slack.Slack.Sockets.EndsAtOnce = false;
        await Eventually.IsTrueAsync(() => Advance(clock) && slack.HealthProblem is null && slack.Slack.Sockets.Open == 2);
    }

    [Fact]
    public async Task InAQuietWorkspaceThereIsAlwaysASocket()
    {
        await using var clock = new SwiftClock(TimeSpan.FromSeconds(2));
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar(), clock.Time);
        slack.Slack.Sockets.Fewest = int.MaxValue;

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Ever >= 5);

        Assert.InRange(slack.Slack.Sockets.Fewest, 1, 3);
    }

    [Fact]
    public async Task ASocketServesUntilTheNextOneIsGreeted()
    {
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar());
        slack.Slack.Sockets.GreetsAfter = TimeSpan.FromSeconds(2);
        slack.Slack.Sockets.Fewest = int.MaxValue;

        await slack.Slack.Sockets.AskToDisconnectAsync("refresh_requested");
        await Eventually.IsTrueAsync(() => slack.Slack.Sockets is { Ever: >= 4, Open: 2, Fewest: < int.MaxValue });

        Assert.InRange(slack.Slack.Sockets.Fewest, 2, 3);
    }

    [Fact]
    public async Task ARequestDuringTheReplacementOfASocketIsAcknowledgedOverIt()
    {
        var seminar = new ScriptedSeminar();
        var gate = seminar.Hold("At last.");
        await using var slack = await RunningSockets.StartAsync(seminar);
        var delivered = new List<Task>();
        for (var i = 0; i < 40; i++)
        {
            // From two members, because the queue holds only thirty of one member.
            delivered.Add(slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", $"question {i}") { IsTeacher = i % 2 == 0 }));
            await Task.Delay(100);
            if (i == 5)
            {
                await slack.Slack.Sockets.AskToDisconnectAsync("warning");
            }
        }

        await Task.WhenAll(delivered);
        gate.SetResult();

        // One can be on its way while a socket closes.
        Assert.InRange(slack.Slack.Sockets.Again, 0, 2);
        Assert.True(slack.Slack.Sockets.Ever >= 4);
        await Eventually.IsTrueAsync(() => seminar.Got.Count == 40);
    }

    [Fact]
    public async Task AStableSocketContinuesIfNoOtherCanBeOpenedAndHealthKnowsIt()
    {
        await using var clock = new SwiftClock(TimeSpan.FromSeconds(1));
        await using var slack = await RunningSockets.StartAsync(new ScriptedSeminar(), clock.Time);
        var start = clock.Time.GetTimestamp();
        await Eventually.IsTrueAsync(() => clock.Time.GetElapsedTime(start) > TimeSpan.FromMinutes(2));
        for (var i = 0; i < 100; i++)
        {
            slack.Slack.Faults.Add("apps.connections.open", new Fault.Refusal("internal_error"));
        }

        await slack.Slack.Sockets.AskToDisconnectAsync("warning");
        await Eventually.IsTrueAsync(() => slack.Slack.Calls.Count(call => call.Method == "apps.connections.open") >= 12);

        Assert.Null(slack.HealthProblem);
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "meanwhile"));
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task SlackIsAskedAgainSoonIfItDoesNotAnswerInTime()
    {
        await using var slack = await RunningSockets.BeginAsync(new ScriptedSeminar(), slack =>
        {
            slack.Faults.Add("apps.connections.open", new Fault.Hang());
            slack.Faults.Add("apps.connections.open", new Fault.Hang());
        });

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Open == 2 && slack.HealthProblem is null);
    }

    [Fact]
    public async Task AnUnreadableRequestIsAcknowledgedAndHasNoEffect()
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
    public void ARequestWithHalfACharacterIsInvalid(string payload)
    {
        var envelope = SocketEnvelope.Read($$"""{"type":"slash_commands","envelope_id":"1","payload":{{payload}}}""");

        Assert.Equal("1", envelope?.Id);
        Assert.Null(envelope?.Request);
    }

    [Fact]
    public async Task AFileThatMayNotBeSentIsTextForTheSameMembers()
    {
        var table = string.Join('\n', Enumerable.Range(0, 400).Select(row => $"2026-03-01,motion {row}"));
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("The debates."), new FileBlock("debates.csv", FileBlock.Table, table))) };
        await using var slack = await RunningSockets.StartAsync(seminar);
        slack.Slack.Scopes = "chat:write,im:write";

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

        await Eventually.IsTrueAsync(() => slack.HealthProblem?.Contains("No socket to Slack is open", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task AWrongTokenStopsTheAdapterAndSaysHowToFixIt()
    {
        await using var slack = await SlackUnderTest.StartAsync(
            new ScriptedSeminar(), ("Slack:Transport", "Socket"), ("Slack:AppToken", "xapp-wrong"));

        var stopped = await Assert.ThrowsAsync<AdapterStoppedException>(() => slack.Running.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Contains("BOT__Slack__AppToken", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("connections:write", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bot User OAuth Token", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xapp-wrong", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not_allowed_token_type", "BOT__Slack__AppToken")]
    [InlineData("missing_scope", "connections:write")]
    [InlineData("user_removed_from_team", "have another person install the app")]
    [InlineData("team_disabled", "Open the workspace again")]
    [InlineData("team_access_not_granted", "An admin can add it")]
    public async Task AProblemThatOnlyAPersonCanFixStopsTheAdapter(string error, string said)
    {
        await using var slack = await RunningSockets.BeginAsync(new ScriptedSeminar(), slack =>
        {
            slack.Faults.Add("apps.connections.open", new Fault.Refusal(error));
            slack.Faults.Add("apps.connections.open", new Fault.Refusal(error));
        });

        var stopped = await Assert.ThrowsAsync<AdapterStoppedException>(() => slack.Running.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Contains(said, stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bot User OAuth Token", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("internal_error")]
    [InlineData("something_new")]
    public async Task ATemporaryProblemIsTriedAgain(string error)
    {
        await using var slack = await RunningSockets.BeginAsync(new ScriptedSeminar(), slack =>
        {
            slack.Faults.Add("apps.connections.open", new Fault.Refusal(error));
            slack.Faults.Add("apps.connections.open", new Fault.Refusal(error));
        });

        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Open == 2 && slack.HealthProblem is null);
    }

    private static bool Advance(SwiftClock clock)
    {
        clock.Time.Advance(TimeSpan.FromSeconds(1));
        return true;
    }
}
