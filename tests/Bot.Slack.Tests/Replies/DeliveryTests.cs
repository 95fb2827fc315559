using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Replies;

/// <summary>The routes of a reply.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task AnAnswerThatIsReadyGoesWithTheAcknowledgement()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var taken = await slack.DeliverAsync(Ask());

        Assert.True(taken.IsPrivate);
        Assert.Single(slack.Seen);
        Assert.DoesNotContain(slack.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SlacksOwnButtonsSayWhetherAnAnswerHelped()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(
                new TextBlock("It rained."),
                new ChoicesBlock([new Choice("Helpful", "helpful", "yes"), new Choice("Not helpful", "helpful", "no")]) { AskWhetherItHelped = true })),
        };
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        await slack.DeliverAsync(Ask());

        await slack.DeliverAsync(new Happening(HappeningKind.Press) { Button = slack.Seen[0].Buttons.Single(button => button.Label == "Not helpful") });

        await Eventually.IsTrueAsync(() => seminar.Got is [_, { Name: "helpful", Text: "no" }]);
    }

    [Fact]
    public async Task ASlowAnswerIsAcknowledgedWithinASecond()
    {
        var gate = new TaskCompletionSource();
        await using var slack = await SlackUnderTest.StartAsync(Slow(gate));

        var taken = await slack.DeliverAsync(Ask());

        Assert.InRange(taken.Elapsed, TimeSpan.FromMilliseconds(600), TimeSpan.FromSeconds(1.5));
        gate.SetResult();
        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
    }

    [Theory]
    [InlineData(ReplyVisibility.Private, "chat.postEphemeral")]
    [InlineData(ReplyVisibility.Channel, "chat.postMessage")]
    public async Task AfterHalfAnHourTheBotWritesItself(ReplyVisibility visibility, string method)
    {
        var gate = new TaskCompletionSource();
        var seminar = Slow(gate);
        seminar.Visibility = visibility;
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(Ask());
        slack.Slack.Responses.Expire();
        gate.SetResult();

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(visibility == ReplyVisibility.Private, slack.Seen[0].IsPrivate);
        Assert.Contains(slack.Slack.Calls, call => call.Method == method);
    }

    [Fact]
    public async Task AMentionIsAnsweredInItsThreadForEveryone()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it rain?"));

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Messages.Count == 1);
        var message = slack.Slack.Screen.Messages[0];
        Assert.False(message.IsPrivate);
        Assert.NotNull(message.Thread);
    }

    [Fact]
    public async Task AMentionWhoseMessageIsEditedIsAnsweredOnce()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        var mention = new JsonObject { ["type"] = "app_mention", ["text"] = $"<@{FakeSlack.BotUser}> Did it rian?", ["ts"] = "1.000100" };
        var edited = (JsonObject)mention.DeepClone();
        (edited["text"], edited["edited"]) = ($"<@{FakeSlack.BotUser}> Did it rain?", new JsonObject { ["user"] = SlackUnderTest.Student, ["ts"] = "2.000000" });

        using var first = await slack.Member().SayAsync(mention, "1");
        using var second = await slack.Member().SayAsync(edited, "2");
        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "afterwards"));

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 2);
        Assert.Equal(["Did it rian?", "afterwards"], seminar.Got.Select(command => command.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, true, null)]
    [InlineData("1.000100", true, "1.000100")]
    [InlineData("1.000100", false, null)]
    public async Task APrivateAnswerIsInTheThreadIfThereIsOneAndTheBotIsInTheChannel(string? thread, bool isIn, string? expected)
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        if (!isIn)
        {
            slack.Slack.Joined.Clear();
        }

        var payload = Payloads.Interaction("message_action", SlackUnderTest.Student, "1");
        payload["callback_id"] = "checkquote";
        payload["channel"] = new JsonObject { ["id"] = FakeSlack.Channel };
        payload["message"] = new JsonObject { ["text"] = "It rained.", ["ts"] = "2.000100", ["thread_ts"] = thread };
        payload["response_url"] = slack.Slack.ResponseUrl("1", FakeSlack.Channel, SlackUnderTest.Student).AbsoluteUri;

        using var response = await slack.Member().InteractAsync(payload);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Messages.Count == 1);
        Assert.True(slack.Slack.Screen.Messages[0].IsPrivate);
        Assert.Equal(expected, slack.Slack.Screen.Messages[0].Thread);
    }

    [Theory]
    [InlineData("ask", "Did it rain?")]
    [InlineData("seminar", "ask Did it rain?")]
    [InlineData("seminar", "Did it rain?")]
    public async Task APrivateQuestionIsAboveItsAnswerAlsoWhenItIsShared(string command, string text)
    {
        var seminar = new ScriptedSeminar
        {
            Commands = [new CommandInfo("ask", "Answers.") { Text = new OptionInfo("question", "What."), AnswersItsText = true, TakesBareWords = true }],
        };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, command, text));
        var share = slack.Seen[0].Buttons.Single(button => button.Label == "Share with channel");
        Assert.StartsWith("“Did it rain?”", slack.Seen[0].Text, StringComparison.Ordinal);
        await slack.DeliverAsync(new Happening(HappeningKind.Press) { Button = share });

        await Eventually.IsTrueAsync(() => slack.Seen is [{ IsPrivate: false }]);
        Assert.Matches("^Shared by somebody[.]\\s+“Did it rain\\?”", slack.Seen[0].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SlackShowsTheCommandAboveAPublicAcknowledgement(bool isSlow)
    {
        var seminar = new ScriptedSeminar
        {
            Commands = [new CommandInfo("ask", "Answers.") { Text = new OptionInfo("question", "What."), AnswersItsText = true }],
            Visibility = ReplyVisibility.Channel,
        };
        var gate = isSlow ? seminar.Hold("It rained.") : null;
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(Ask());
        gate?.SetResult();

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(isSlow, slack.Seen[0].Text.StartsWith("“Did it rain?”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("suggest", "It rained.")]
    [InlineData("debate", "schedule 09:00")]
    public async Task ACommandThatChangesSomethingIsNotRunAgainForSharing(string command, string text)
    {
        var seminar = new ScriptedSeminar
        {
            Commands =
            [
                new CommandInfo("suggest", "Suggests.") { Text = new OptionInfo("motion", "What."), ChangesSomething = true },
                new CommandInfo("debate schedule", "Plans.") { Text = new OptionInfo("time", "When."), ForTeachers = true },
            ],
        };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, command, text) { IsTeacher = true });

        Assert.DoesNotContain(Assert.Single(slack.Seen).Buttons, button => button.Label == "Share with channel");
    }

    [Fact]
    public async Task AMentionWithoutWordsShowsHelp()
    {
        var seminar = new ScriptedSeminar { Commands = [new CommandInfo("help", "Helps.")] };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Mention, ""));

        await Eventually.IsTrueAsync(() => seminar.Got.Count == 1);
        Assert.Equal(("help", ReplyVisibility.Channel), (seminar.Got[0].Name, seminar.Got[0].Wanted));
    }

    [Fact]
    public async Task AMessageToTheBotAloneIsAnsweredThere()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        slack.Slack.Scopes = "chat:write,im:history";
        var message = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["text"] = "Did it rain?" };

        using var response = await slack.Member().In("D0DIRECT").SayAsync(message, "1");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.True(slack.Seen[0].IsPrivate);
        Assert.Null(slack.Slack.Screen.Messages[0].Thread);
        Assert.True(seminar.Got[0].IsDirect);

        using var pressed = await slack.Member().PressAsync("choice:0", "1||ask|Did it rain?", null, "2");
        await Eventually.IsTrueAsync(() => seminar.Got.Count == 2);
        Assert.False(seminar.Got[1].IsDirect);
    }

    [Fact]
    public async Task AReplyThatAResponseUrlRefusesWithStatus200IsSentAnotherWay()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        slack.Slack.Faults.Add(Faults.Response, new Fault.Refusal("invalid_blocks"));

        using var pressed = await slack.Member().PressAsync("choice:0", "1||ask|Did it rain?", null, "1");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Contains(slack.Slack.Calls, call => call.Method == "chat.postEphemeral");
    }

    [Fact]
    public async Task ASharedReplyIsRemovedWhereItWasPrivate()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        await slack.DeliverAsync(Ask());
        var share = slack.Seen[0].Buttons.Single(button => button.Label == "Share with channel");

        await slack.DeliverAsync(new Happening(HappeningKind.Press) { Button = share });

        await Eventually.IsTrueAsync(() => slack.Seen is [{ IsPrivate: false }]);
    }

    [Fact]
    public async Task SharingTwiceSharesOnce()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        await slack.DeliverAsync(Ask());
        var message = slack.Slack.Screen.Messages[0];
        var share = VisibleMessage.Of(message.Body).Buttons.Single(button => button.ActionId == "share");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => slack.Member().PressAsync("share", share.Value, message, $"press {i}")));
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "afterwards"));

        await Eventually.IsTrueAsync(() => slack.Seen.Any(seen => seen.Text.Contains("afterwards", StringComparison.Ordinal)));
        await Eventually.IsTrueAsync(() => slack.Seen.Any(seen => !seen.IsPrivate));
        Assert.Single(slack.Seen, seen => !seen.IsPrivate);
        Rendering.Approved.Check("shared", slack.Slack.Screen.Messages.Single(shown => !shown.IsPrivate).Body["blocks"]!);
    }

    [Fact]
    public async Task PlainWordsBehindTheUmbrellaCanBeSharedToo()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "seminar", "Did it rain?"));
        var share = slack.Seen[0].Buttons.Single(button => button.Label == "Share with channel");

        await slack.DeliverAsync(new Happening(HappeningKind.Press) { Button = share });

        await Eventually.IsTrueAsync(() => seminar.Got.Count == 2);
        Assert.Equal((ChatCommand.PlainWords, "Did it rain?", ReplyVisibility.Channel), (seminar.Got[1].Name, seminar.Got[1].Text, seminar.Got[1].Wanted));
    }

    [Fact]
    public async Task TheGeneralCommandWithoutTextShowsHelp()
    {
        var seminar = new ScriptedSeminar { Commands = [new CommandInfo("help", "Helps.")] };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "seminar"));

        Assert.Equal("help", Assert.Single(seminar.Got).Name);
    }

    [Fact]
    public async Task TeachersInTheSettingsAreTeachersEvenIfSlackDoesNotAnswer()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar, ("Slack:Teachers", "U0OTHER, U0STUDENT"));
        slack.Slack.Faults.Add("users.info", new Fault.Refusal("missing_scope", "users:read"));

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 09:00"));

        Assert.True(Assert.Single(seminar.Got).User.IsTeacher);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task AnAdminOfAnotherWorkspaceIsNotATeacher(bool isForeign, bool isTeacher)
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        if (isForeign)
        {
            slack.Slack.Foreign[SlackUnderTest.Teacher] = true;
        }

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 09:00") { IsTeacher = true });

        Assert.Equal(isTeacher, Assert.Single(seminar.Got).User.IsTeacher);
    }

    [Fact]
    public async Task ATeacherOfWhomSlackSaidNothingIsAskedForAgain()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        slack.Slack.Faults.Add("users.info", new Fault.Status(500));

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 09:00") { IsTeacher = true });
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 10:00") { IsTeacher = true });

        Assert.Equal([false, true], seminar.Got.Select(command => command.User.IsTeacher));
    }

    [Fact]
    public async Task SlackIsNotAskedWhoIsATeacherIfItMakesNoDifference()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        await slack.DeliverAsync(Ask());

        Assert.Single(slack.Seen);
        Assert.Empty(slack.Slack.Calls);
    }

    private static Happening Ask() => new(HappeningKind.Command, "ask", "Did it rain?");

    private static ScriptedSeminar Slow(TaskCompletionSource gate) => new()
    {
        Answer = async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return ChatReply.Answer(new TextBlock("At last."));
        },
    };
}
