using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Discord.Fake;
using Bot.Discord.Mentions;

namespace Bot.Discord.Tests.Mentions;

public sealed class MentionTests
{
    [Fact]
    public void TheTextAfterTheMentionIsTheCommandsText()
    {
        var mention = Read(FakeEvents.Mention("and  China?"));

        Assert.Equal((ChatCommand.PlainWords, "and  China?"), (mention?.Command.Name, mention?.Command.Text));
        Assert.Equal(ReplyVisibility.Channel, mention?.Command.Wanted);
    }

    [Fact]
    public void BotsAndWebhooksAreNotHeard()
    {
        var webhook = FakeEvents.Mention("words");
        webhook["webhook_id"] = "5";

        Assert.Null(Read(FakeEvents.Mention("words", LoopbackDiscord.BotId)));
        Assert.Null(Read(FakeEvents.Mention("words", "77", isBot: true)));
        Assert.Null(Read(webhook));
    }

    [Fact]
    public void AMessageWithoutAMentionIsForOthersUnlessItIsToTheBotAlone()
    {
        var other = FakeEvents.Mention("words");
        other["mentions"] = new JsonArray();
        var direct = (JsonObject)other.DeepClone();
        direct.Remove("guild_id");

        Assert.Null(Read(other));
        Assert.True(Read(direct)?.Command.IsDirect);
        Assert.False(Read(FakeEvents.Mention("words"))?.Command.IsDirect);
    }

    [Fact]
    public void AReplyToTheBotIsForItOnlyIfItsTextMentionsIt()
    {
        Assert.Null(Read(FakeEvents.Reply("I disagree: they only hurt the poor.")));
        Assert.Equal("is that so?", Read(FakeEvents.Reply($"<@{LoopbackDiscord.BotId}> is that so?"))?.Command.Text);
        Assert.Equal("is that so?", Read(FakeEvents.Reply($"<@!{LoopbackDiscord.BotId}> is that so?"))?.Command.Text);
    }

    [Fact]
    public void AnEmptyMentionAsksNothing() => Assert.Null(Read(FakeEvents.Mention("  ")));

    private static Mention? Read(JsonObject message) => Mention.Read(JsonSerializer.SerializeToElement(message), LoopbackDiscord.BotId);
}
