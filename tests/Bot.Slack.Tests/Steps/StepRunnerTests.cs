using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.Tests.Rendering;

namespace Bot.Slack.Tests.Steps;

public sealed class StepRunnerTests
{
    [Theory]
    [InlineData(ReplyStatus.Answered, true)]
    [InlineData(ReplyStatus.Unsure, false)]
    [InlineData(ReplyStatus.Abstained, false)]
    public async Task AQuestionIsAnsweredInWordsThatTheNextStepCanUse(ReplyStatus status, bool isAnswered)
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (command, _) => Task.FromResult(new ChatReply(
                status, [new TextBlock($"To “{command.Text}”: it did."), new ChoicesBlock([new Choice("Show ¶1", "show", "¶1")])])),
        };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        var ended = await RunAsync(slack, "ask_readings", new JsonObject { ["question"] = "Did it rain?" });

        Assert.Equal("To “Did it rain?”: it did.", ended.Outputs?["answer"]?.GetValue<string>());
        Assert.Equal(isAnswered, ended.Outputs?["is_answered"]?.GetValue<bool>());
        Assert.True(Assert.Single(seminar.Got).IsFromProgram);
        Assert.False(seminar.Got[0].User.IsTeacher);
        Assert.Empty(slack.Slack.Screen.Messages);
    }

    [Fact]
    public async Task TheMotionOfAChannelIsPostedThere()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(
                new TextBlock("It should rain."), new PollBlock("For it?", [new Choice("For", "debate vote", "for 1"), new Choice("Against", "debate vote", "against 1")]))),
        };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        var ended = await RunAsync(slack, "post_motion", new JsonObject { ["channel"] = FakeSlack.Channel });

        var posted = Assert.Single(slack.Slack.Screen.Messages);
        Assert.Equal((FakeSlack.Channel, false), (posted.Channel, posted.IsPrivate));
        Assert.Equal(2, VisibleMessage.Of(posted.Body).Buttons.Count);
        Approved.Check("step-motion", posted.Body["blocks"]!);
        Assert.EndsWith($"p{posted.Id}", ended.Outputs?["link"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("debate today", FakeSlack.Channel), (seminar.Got[0].Name, seminar.Got[0].Channel.Channel));
    }

    [Theory]
    [InlineData(FakeSlack.Channel, "No debate is open here.")]
    [InlineData("", "Choose the channel")]
    public async Task TheStepFailsAndSaysSoIfThereIsNoMotion(string channel, string why)
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Abstain(new TextBlock("No debate is open here."))) };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        var ended = await RunAsync(slack, "post_motion", new JsonObject { ["channel"] = channel });

        Assert.StartsWith(why, ended.Error, StringComparison.Ordinal);
        Assert.Empty(slack.Slack.Screen.Messages);
    }

    [Fact]
    public async Task InAChannelWithoutTheBotTheStepSaysHowToInviteIt()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var ended = await RunAsync(slack, "post_motion", new JsonObject { ["channel"] = new JsonObject { ["id"] = "C0ELSEWHERE" } });

        Assert.Contains("/invite @Seminar Bot", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStepThatFailsUnexpectedlyStillEnds()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => throw new InvalidOperationException("A fault.") };
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        var ended = await RunAsync(slack, "ask_readings", new JsonObject { ["question"] = "Did it rain?" });

        Assert.Equal("Something went wrong in the bot; it is in its log.", ended.Error);
    }

    [Fact]
    public async Task AStepThatIsNotTheBotsFails()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var ended = await RunAsync(slack, "dance", []);

        Assert.Contains("no such step", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsOfAStepAreInTheLanguageOfItsChannel()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar { Language = "de" });

        var ended = await RunAsync(slack, "post_motion", new JsonObject { ["channel"] = "C0ELSEWHERE" });

        Assert.Equal("Der Bot ist nicht in diesem Kanal. So wird er eingeladen: /invite @Seminar Bot.", ended.Error);
    }

    private static async Task<EndedStep> RunAsync(SlackUnderTest slack, string step, JsonObject inputs)
    {
        var happened = Payloads.Event(slack.Slack.Workflows.Begin(step, "Fx0RUN", inputs), "1").ToJsonString();
        for (var delivery = 0; delivery < 2; delivery++)
        {
            using var response = await slack.Member().SendAsync("/slack/events", happened, delivery);
            response.EnsureSuccessStatusCode();
        }

        await Eventually.IsTrueAsync(() => slack.Slack.Workflows.Ended.Count == 1);
        return slack.Slack.Workflows.Ended[0];
    }
}
