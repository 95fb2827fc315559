using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Posting;

public sealed class SlackPosterTests
{
    private static readonly ChannelAddress General = new(SlackPlatform.Name, FakeSlack.Team, FakeSlack.Channel);

    [Fact]
    public async Task AfterALostAnswerTheMessageIsFoundAndNotPostedAgain()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add("chat.postMessage", new Fault.LoseAnswer());

        Assert.IsType<PostOutcome.Unclear>(await PostAsync(slack, General));
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, General));

        Assert.Equal(Assert.Single(slack.Slack.Screen.Messages, message => message.Thread is null).Id, posted.Message.Id);
    }

    [Fact]
    public async Task ADirectMessageReachesTheMemberAloneAndIsFoundAgain()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var opened = Assert.IsType<DirectOutcome.Opened>(await Poster(slack).OpenDirectAsync(General, new ChatUser(SlackUnderTest.Teacher), CancellationToken.None));
        slack.Slack.Faults.Add("chat.postMessage", new Fault.LoseAnswer());
        await PostAsync(slack, opened.Channel);
        Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, opened.Channel));

        Assert.True(Assert.Single(slack.Slack.Screen.Messages, message => message.Thread is null).IsPrivate);
        Assert.Equal("https://slack.com/app_redirect?team=T0SEMINAR&channel=C0GENERAL", Poster(slack).LinkToChannel(General)?.AbsoluteUri);
    }

    [Fact]
    public async Task WithoutTheScopeATeacherIsToldWhichOneIsMissing()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Scopes = "chat:write";

        var closed = Assert.IsType<DirectOutcome.Closed>(await Poster(slack).OpenDirectAsync(General, new ChatUser(SlackUnderTest.Teacher), CancellationToken.None));

        Assert.Contains("it lacks the scope im:write", closed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneKeyAtTheSameMomentIsPostedOnce()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(slack, General)));

        var message = Assert.Single(slack.Slack.Screen.Messages, message => message.Thread is null);
        Assert.All(outcomes, outcome => Assert.Equal(message.Id, Assert.IsType<PostOutcome.Posted>(outcome).Message.Id));
    }

    [Fact]
    public async Task AThreadThatABrokenRunLeftOutIsBegunOnce()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        var post = new ChannelPost(General, ChatReply.Answer(new TextBlock("The motion.")), "key-1");
        await Poster(slack).PostAsync(post, CancellationToken.None);
        slack.Slack.Faults.Add("chat.postMessage", new Fault.LoseAnswer());

        var first = Assert.IsType<FindOutcome.Found>(await FindAsync());
        var second = Assert.IsType<FindOutcome.Found>(await FindAsync());

        Assert.NotNull(first.Shortfall);
        Assert.Null(second.Shortfall);
        Assert.Equal(second.Message.Id, second.Message.Thread);
        Assert.Equal([null, second.Message.Id], slack.Slack.Screen.Messages.Select(message => message.Thread));

        Task<FindOutcome> FindAsync() => Poster(slack).FindAsync(post with { ThreadName = "Motion" }, DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    [Fact]
    public async Task AnEarlierPostIsFoundBehindOtherMessages()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, General));
        for (var i = 0; i < 250; i++)
        {
            slack.Slack.Screen.Show(FakeSlack.Channel, new System.Text.Json.Nodes.JsonObject { ["text"] = "chatter" }, null);
        }

        var found = await Poster(slack).FindAsync(
            new ChannelPost(General, ChatReply.Answer(new TextBlock("The motion.")), "key-1"), DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal(posted.Message.Id, Assert.IsType<FindOutcome.Found>(found).Message.Id);
    }

    [Fact]
    public async Task NothingIsPostedTwiceIfTheChannelCannotBeSearched()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add("chat.postMessage", new Fault.LoseAnswer());
        slack.Slack.Faults.Add("conversations.history", new Fault.Refusal("missing_scope", "channels:history"));

        Assert.IsType<PostOutcome.Unclear>(await PostAsync(slack, General));
        var second = Assert.IsType<PostOutcome.Unclear>(await PostAsync(slack, General));

        Assert.Contains("channels:history", second.Why, StringComparison.Ordinal);
        Assert.Single(slack.Slack.Screen.Messages);
    }

    [Fact]
    public async Task AChannelThatTheBotIsNotInSaysSo()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var refused = Assert.IsType<PostOutcome.Refused>(await PostAsync(slack, General with { Channel = "C0OTHER" }));

        Assert.Contains("/invite", refused.Why.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedPinIsAShortfall()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add("pins.add", new Fault.Refusal("missing_scope", "pins:write"));

        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, General));

        Assert.Contains("pins:write", posted.Shortfall, StringComparison.Ordinal);
        Assert.Equal($"https://seminar.slack.example/archives/{FakeSlack.Channel}/p{posted.Message.Id}", posted.Message.Link?.AbsoluteUri);
    }

    [Fact]
    public async Task AMessageThatIsGoneCannotBeChanged()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        var refused = Assert.IsType<PostOutcome.Refused>(await Poster(slack).EditAsync(
            new PostedMessage(General, "1.0"), ChatReply.Answer(new TextBlock("Closed.")), CancellationToken.None));

        Assert.Contains("deleted", refused.Why.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("制裁は機能したか。")]
    [InlineData("R&D & more. ")]
    public async Task AMessageIsChangedInWhateverAlphabet(string sentence)
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, General));
        var words = string.Concat(Enumerable.Repeat(sentence, 200));

        Assert.IsType<PostOutcome.Posted>(await Poster(slack).EditAsync(posted.Message, ChatReply.Answer(new TextBlock(words)), CancellationToken.None));

        Assert.Contains(words.Trim(), VisibleMessage.Of(slack.Slack.Screen.Messages[0].Body).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMessagesOfAThreadAreReadOldestFirst()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        var first = Assert.IsType<PostOutcome.Posted>(await PostAsync(slack, General)).Message;
        await Poster(slack).PostAsync(
            new ChannelPost(General with { Thread = first.Id }, ChatReply.Answer(new TextBlock("a & b")), "key-2"), CancellationToken.None);

        var messages = await slack.Services.GetRequiredService<IThreadReader>().ReadAsync(
            General with { Thread = first.Id }, DateTimeOffset.UnixEpoch, 2, CancellationToken.None);

        Assert.Equal(["Motion", "a & b"], messages.Select(message => message.Text.Split('\n')[0]));
        Assert.All(messages, message => Assert.True(message.IsFromBot));
    }

    [Fact]
    public async Task AnUnreadableChannelSaysHowToFixIt()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add("conversations.history", new Fault.Refusal("not_in_channel"));

        var thrown = await Assert.ThrowsAsync<ThreadReadException>(() => slack.Services.GetRequiredService<IThreadReader>()
            .ReadAsync(General, DateTimeOffset.UnixEpoch, 10, CancellationToken.None));

        Assert.Contains("/invite", thrown.Message, StringComparison.Ordinal);
    }

    private static IChannelPoster Poster(SlackUnderTest slack) => slack.Services.GetRequiredService<IChannelPoster>();

    private static Task<PostOutcome> PostAsync(SlackUnderTest slack, ChannelAddress channel) => Poster(slack).PostAsync(
        new ChannelPost(channel, ChatReply.Answer(new TextBlock("The motion.")), "key-1")
        {
            Pin = true,
            ThreadName = "Motion",
        },
        CancellationToken.None);
}
