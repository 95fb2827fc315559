using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Home;

public sealed class HomeTabTests
{
    [Fact]
    public async Task TheHomePageShowsTheReadingsTodaysMotionAndHelp()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        var page = VisibleMessage.Of(slack.Slack.Screen.Views[0]).Text;
        Assert.Equal(["debate today", "readings", "help"], seminar.Got.Select(command => command.Name));
        Assert.Equal(SlackUnderTest.Student, seminar.Got[0].Channel.Channel);
        Assert.Equal(FakeSlack.Team, Assert.Single(slack.Slack.Calls, call => call.Method == "users.conversations")["team_id"]);
        Assert.Equal([FakeSlack.Channel], seminar.Got[0].Also.Select(channel => channel.Channel));
        Assert.Contains("This is debate today.\n\nReadings\nThis is readings.\n\nHelp\nThis is help.", page, StringComparison.Ordinal);
        Rendering.Approved.Check("home", slack.Slack.Screen.Views[0]["blocks"]!);
    }

    [Fact]
    public async Task ItsHeadingsAreInTheLanguageOfWhatStandsBelowThem()
    {
        var seminar = Seminar();
        seminar.Language = "fr";
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        Assert.Contains("\n\nTextes\nThis is readings.\n\nAide\nThis is help.", VisibleMessage.Of(slack.Slack.Screen.Views[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSeminarIsAskedOnceForAMembersManyChannels()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        slack.Slack.MostChannelsAPage = 30;
        for (var i = 0; i < 100; i++)
        {
            slack.Slack.Joined[$"C{i:000}"] = true;
        }

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        Assert.Equal(101, Assert.Single(seminar.Got, command => command.Name == "debate today").Also.Distinct().Count());
        Assert.Equal(4, slack.Slack.Calls.Count(call => call.Method == "users.conversations"));
    }

    [Fact]
    public async Task TheRestIsShownIfSlackDoesNotListTheMembersChannels()
    {
        await using var slack = await SlackUnderTest.StartAsync(Seminar());
        slack.Slack.Faults.Add("users.conversations", new Fault.Refusal("missing_scope", "channels:read"));

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        Assert.StartsWith("Readings\nThis is readings.", VisibleMessage.Of(slack.Slack.Screen.Views[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonOnItIsAnsweredInADirectMessage()
    {
        await using var slack = await SlackUnderTest.StartAsync(Seminar());
        var payload = Payloads.Interaction("block_actions", SlackUnderTest.Student, "1");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        payload["actions"] = new JsonArray(new JsonObject { ["action_id"] = "choice:0", ["value"] = "1||help|" });

        using var response = await slack.Member().InteractAsync(payload);

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(SlackUnderTest.Student, slack.Slack.Screen.Messages[0].Channel);
        Assert.True(slack.Seen[0].IsPrivate);
    }

    [Fact]
    public async Task APageOfManyReadingsKeepsToTheLimits()
    {
        var seminar = Seminar();
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer([.. Enumerable.Range(0, 150).Select(i => new TextBlock($"Reading {i}"))]));
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await OpenAsync(slack);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        Assert.Empty(slack.Slack.Screen.Problems);
    }

    private static ScriptedSeminar Seminar() => new()
    {
        Commands = [new CommandInfo("readings", "Lists."), new CommandInfo("help", "Helps."), new CommandInfo("debate today", "Shows.")],
        Answer = (command, _) => Task.FromResult(ChatReply.Answer(new TextBlock($"This is {command.Name}."))),
    };

    private static async Task OpenAsync(SlackUnderTest slack)
    {
        using var response = await slack.Member().SayAsync(new JsonObject { ["type"] = "app_home_opened", ["tab"] = "home" }, "1");
        response.EnsureSuccessStatusCode();
    }
}
