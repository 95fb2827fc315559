using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Slack.Fake;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Requests;

/// <summary>Channel messages that are not addressed to the bot.</summary>
public sealed class OverheardTests
{
    private static readonly (string, string) Hears = ("Slack:HearsChannels", "true");

    [Fact]
    public async Task TheAnswerIsInTheMessagesThread()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar, Hears);

        await PostAsync(slack, new JsonObject { ["text"] = "Did it rain &amp; snow?" }, "1");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        var heard = Assert.Single(seminar.Heard);
        Assert.Equal(("Did it rain & snow?", null, FakeSlack.Channel), (heard.Text, heard.Channel.Thread, heard.Channel.Channel));
        Assert.False(slack.Seen[0].IsPrivate);
        Assert.NotNull(slack.Slack.Screen.Messages[0].Thread);
        Assert.Empty(seminar.Got);
    }

    [Theory]
    [InlineData("text", "Did it rain, <@U0OTHER>?")]
    [InlineData("text", "<!here> did it rain?")]
    [InlineData("thread_ts", "1750000000.000100")]
    [InlineData("bot_id", "B0OTHER")]
    [InlineData("subtype", "message_changed")]
    [InlineData("subtype", "channel_join")]
    [InlineData("channel_type", "mpim")]
    public async Task MessagesToSomeoneAndEditsAreIgnored(string field, string value)
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar, Hears);

        await PostAsync(slack, new JsonObject { [field] = value }, "1");
        await PostAsync(slack, new JsonObject { ["text"] = "And afterwards?" }, "2");

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal("And afterwards?", Assert.Single(seminar.Heard).Text);
    }

    [Fact]
    public async Task WithoutTheSettingNothingIsHeardAndTeachersReadHowToChangeThat()
    {
        var seminar = Seminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        await PostAsync(slack, [], "1");
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "afterwards"));

        Assert.Empty(seminar.Heard);
        Assert.Contains("Slack:HearsChannels", Assert.Single(slack.Services.GetServices<IChannelListener>()).Obstacle, StringComparison.Ordinal);
    }

    private static ScriptedSeminar Seminar() => new() { Overheard = _ => ChatReply.Answer(new TextBlock("It did.")) };

    private static async Task PostAsync(SlackUnderTest slack, JsonObject fields, string delivery)
    {
        fields["type"] = "message";
        fields["channel_type"] ??= "channel";
        fields["text"] ??= "Did it rain?";
        using var response = await slack.Member().SayAsync(fields, delivery);
        response.EnsureSuccessStatusCode();
    }
}
