using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Agents;
using Bot.Slack.Fake;
using Bot.Slack.Tests.Rendering;
using Bot.Slack.WebApi;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Agents;

public sealed class AgentViewTests
{
    private const string Direct = "D0DIRECT";

    [Fact]
    public async Task AMemberWhoOpensTheDirectMessagesGetsPrompts()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Prompts.Count > 0);
        Assert.Equal(
            [("Against “Rain is wet”", "counter Rain is wet."), ("Which texts do we read?", "readings")], slack.Slack.Agent.Prompts);
        Assert.Equal("starters", Assert.Single(seminar.Got).Name);
        Approved.Check("agent-prompts", slack.Slack.Calls.Single(call => call.Method == "assistant.threads.setSuggestedPrompts").Json("prompts")!);
    }

    [Fact]
    public async Task AnAppWithTheOlderViewGetsThemInTheThreadThatWasOpened()
    {
        await using var slack = await SlackUnderTest.StartAsync(Seminar());
        slack.Slack.Agent.IsOlder = true;

        await StartAsync(slack, "assistant_thread_started", "1");

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Prompts.Count > 0);
    }

    [Fact]
    public async Task TheOpenChannelChangesNothing()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await StartAsync(slack, "assistant_thread_context_changed", "1");
        await AskAsync(slack, "2");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal("Did it rain?", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task AConversationStandsInAThreadAndIsCalledByWhatItBeganWith()
    {
        await using var slack = await ShownAsync(Seminar());

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Titles.Count == 1);
        var thread = slack.Slack.Screen.Messages[0].Thread;
        await AskAsync(slack, "2", thread);

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 2);
        Assert.Equal((Direct, thread ?? "none"), slack.Slack.Agent.Titles.Keys.Single());
        Assert.Equal("Did it rain?", slack.Slack.Agent.Titles.Values.Single());
        Assert.Equal([thread, thread], slack.Slack.Screen.Messages.Select(message => message.Thread));
    }

    [Fact]
    public async Task WithoutSessionsAnAnswerThatTakesAWhileIsAnnouncedAndTheAnswerTakesTheWordAway()
    {
        var seminar = Seminar();
        var gate = seminar.Hold("It did.");
        await using var slack = await ShownAsync(seminar);
        slack.Slack.Agent.HasSessions = false;

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Working == 1);
        gate.SetResult();

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Titles.Count == 1);
        Assert.Equal(["is searching the readings…"], slack.Slack.Agent.SeenStatuses);
        Assert.Equal(0, slack.Slack.Agent.Working);
    }

    [Fact]
    public async Task WhatTakesAWhileIsASessionThatIsAtWorkUntilItIsAnswered()
    {
        var seminar = Seminar();
        var gate = seminar.Hold("It did.");
        await using var slack = await ShownAsync(seminar);

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Working == 1);
        gate.SetResult();

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.SessionStatuses.Count == 2);
        Assert.Equal(["processing", "active"], slack.Slack.Agent.SessionStatuses);
        Assert.Equal("Did it rain?", slack.Slack.Agent.Titles.Values.Single());
        Assert.Empty(slack.Slack.Agent.SeenStatuses);
        Assert.Single(slack.Seen);
    }

    [Theory]
    [InlineData("en", "Stopped.")]
    [InlineData("de", "Angehalten.")]
    public async Task WhoStopsASessionIsToldSoAndGetsNoAnswer(string language, string said)
    {
        var seminar = Seminar();
        seminar.Language = language;
        seminar.Hold("It did.");
        await using var slack = await ShownAsync(seminar);

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Working == 1);
        var (_, thread) = slack.Slack.Agent.Titles.Keys.Single();
        await StopAsync(slack, thread, "2");

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.SessionStatuses.Count == 2);
        Assert.Equal(0, slack.Slack.Agent.Working);
        var message = Assert.Single(slack.Slack.Screen.Messages);
        Assert.Equal(said, VisibleMessage.Of(message.Body).Text.Trim());
        Approved.Check($"agent-stopped-{language}", message.Body["blocks"]!);
    }

    [Fact]
    public async Task ASessionThatIsStoppedAfterItsAnswerIsAtRest()
    {
        await using var slack = await ShownAsync(Seminar());

        await StopAsync(slack, "1750000000.000100", "1");

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.SessionStatuses.Count == 1);
        Assert.Equal(["active"], slack.Slack.Agent.SessionStatuses);
        Assert.Empty(slack.Seen);
    }

    [Fact]
    public async Task WhatIsAnsweredAtOnceIsNeverShownAsWork()
    {
        await using var slack = await ShownAsync(Seminar());

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Titles.Count == 1);
        await AskAsync(slack, "2", slack.Slack.Screen.Messages[0].Thread);
        await Eventually.IsTrueAsync(() => slack.Seen.Count == 2);

        Assert.Equal(["active"], slack.Slack.Agent.SessionStatuses);
    }

    [Fact]
    public async Task TheStatusIsInTheLanguageOfTheConversation()
    {
        var seminar = Seminar();
        seminar.Language = "es";
        var gate = seminar.Hold("It did.");
        await using var slack = await ShownAsync(seminar);
        slack.Slack.Agent.HasSessions = false;

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Working == 1);
        gate.SetResult();

        await Eventually.IsTrueAsync(() => slack.Slack.Agent.Titles.Count == 1);
        Assert.Equal(["está buscando en las lecturas…"], slack.Slack.Agent.SeenStatuses);
    }

    [Fact]
    public async Task WithoutTheScopeThereArePlainMessagesAndSlackIsNotAskedAgainAtOnce()
    {
        var log = new LogLines();
        await using var slack = await SlackUnderTest.StartAsync(Seminar(), builder => builder.Logging.AddProvider(log));
        slack.Slack.Scopes = "chat:write,im:history";

        await OpenAsync(slack);
        await Eventually.IsTrueAsync(() => log.Lines.Any(line => line.Contains("Slack shows no agent", StringComparison.Ordinal)));
        await OpenAsync(slack, "2");
        await AskAsync(slack, "3");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Null(slack.Slack.Screen.Messages[0].Thread);
        Assert.Single(slack.Slack.Calls, call => call.Method.StartsWith("assistant.", StringComparison.Ordinal));
        Assert.DoesNotContain(slack.Slack.Calls, call => call.Method == "auth.test");
    }

    [Fact]
    public async Task AWorkspaceThatHasNoAgentsGetsPlainMessagesOnceItHasSaidSo()
    {
        await using var slack = await ShownAsync(Seminar());
        slack.Slack.Agent.HasSessions = false;
        slack.Slack.Faults.Add("assistant.threads.setTitle", new Fault.Refusal("feature_not_enabled"));

        await AskAsync(slack, "1");
        await Eventually.IsTrueAsync(() => slack.Slack.Calls.Any(call => call.Method == "assistant.threads.setTitle"));
        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        await AskAsync(slack, "2");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 2);
        Assert.Equal([false, true], slack.Slack.Screen.Messages.Select(message => message.Thread is null));
    }

    [Fact]
    public async Task AReplyComesThoughSlackDoesNotSayWhetherItShowsAgents()
    {
        await using var slack = await SlackUnderTest.StartAsync(Seminar());
        slack.Slack.Faults.Add("auth.test", new Fault.Hang());

        await AskAsync(slack, "1");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Null(slack.Slack.Screen.Messages[0].Thread);
    }

    private static ScriptedSeminar Seminar() => new()
    {
        Commands = [new CommandInfo("ask", "Answers."), new CommandInfo("starters", "Offers.") { IsHidden = true, IsPersonal = true }],
        Answer = (command, _) => Task.FromResult(ChatReply.Answer(
            new TextBlock("It did."),
            new ChoicesBlock(command.Name == "starters"
                ? [new Choice("Against “Rain is wet”", "counter", "Rain is wet."), new Choice("Which texts do we read?", "readings", "")]
                : [new Choice("Show ¶1", "show", "¶1")]))),
    };

    // On a busy machine the check can take longer than a message waits for it.
    private static async Task<SlackUnderTest> ShownAsync(ScriptedSeminar seminar)
    {
        var slack = await SlackUnderTest.StartAsync(seminar);
        var agents = slack.Services.GetRequiredService<AgentView>();
        while (!await agents.IsShownAsync(new Workspace(FakeSlack.Team), CancellationToken.None))
        {
        }

        return slack;
    }

    private static async Task OpenAsync(SlackUnderTest slack, string delivery = "1")
    {
        using var response = await slack.Member().In(Direct).SayAsync(new JsonObject { ["type"] = "app_home_opened", ["tab"] = "messages" }, delivery);
        response.EnsureSuccessStatusCode();
    }

    private static async Task StartAsync(SlackUnderTest slack, string type, string delivery)
    {
        var happened = new JsonObject
        {
            ["type"] = type,
            ["assistant_thread"] = new JsonObject
            {
                ["user_id"] = SlackUnderTest.Student,
                ["context"] = new JsonObject { ["channel_id"] = FakeSlack.Channel, ["team_id"] = FakeSlack.Team },
                ["channel_id"] = Direct,
                ["thread_ts"] = "1750000000.000100",
            },
        };
        using var response = await slack.Member().SendAsync("/slack/events", Payloads.Event(happened, delivery).ToJsonString());
        response.EnsureSuccessStatusCode();
    }

    private static async Task StopAsync(SlackUnderTest slack, string thread, string delivery)
    {
        var stopped = new JsonObject { ["type"] = "agent_session_stopped", ["thread_ts"] = thread, ["streaming_message_ts"] = new JsonArray() };
        using var response = await slack.Member().In(Direct).SayAsync(stopped, delivery);
        response.EnsureSuccessStatusCode();
    }

    private static async Task AskAsync(SlackUnderTest slack, string delivery, string? thread = null)
    {
        var message = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["text"] = "Did it rain?", ["thread_ts"] = thread };
        using var response = await slack.Member().In(Direct).SayAsync(message, delivery);
        response.EnsureSuccessStatusCode();
    }
}
