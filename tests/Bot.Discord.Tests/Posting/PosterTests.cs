using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Posting;

public sealed class PosterTests : IAsyncLifetime
{
    private static readonly ChannelAddress Channel = new("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel);

    private RunningDiscord running = null!;

    public async Task InitializeAsync() => running = await RunningDiscord.StartAsync(new ScriptedSeminar());

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(5, null)]
    [InlineData(4, "this kind of channel accepts no messages")]
    [InlineData(14, "Use the command in a text channel or a forum")]
    public async Task AChannelThatTakesNoMessagesIsKnownBeforeTheFirstPost(int type, string? said)
    {
        running.Discord.ChannelType = type;

        var obstacle = await running.Poster!.ObstacleAsync(Channel with { Thread = LoopbackDiscord.Thread }, null, CancellationToken.None);

        Assert.Equal(said is null, obstacle is null);
        Assert.Contains(said ?? "", obstacle ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADirectMessageGoesToTheChannelThatDiscordOpensForTheMember()
    {
        const string Member = "400000000000000777";
        var opened = Assert.IsType<DirectOutcome.Opened>(await running.Poster!.OpenDirectAsync(Channel, new ChatUser(Member), CancellationToken.None));
        var post = new ChannelPost(opened.Channel, ChatReply.Answer(new TextBlock("No debate was posted.")), "key-1");
        await running.Poster.PostAsync(post, CancellationToken.None);

        Assert.Equal(LoopbackDiscord.DirectOf(Member), Assert.Single(running.Discord.Messages).Channel);
        Assert.IsType<FindOutcome.Found>(await running.Poster.FindAsync(post, DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal($"https://discord.com/channels/{LoopbackDiscord.Server}/{LoopbackDiscord.Channel}", running.Poster.LinkToChannel(Channel)?.AbsoluteUri);
        Assert.Empty(running.Discord.Violations);
    }

    [Fact]
    public async Task AMemberWithoutDirectMessagesIsToldWhereToAllowThem()
    {
        running.Discord.Add(new Fault((method, path) => method == "POST" && path.EndsWith("/messages", StringComparison.Ordinal))
        {
            Status = 403,
            Body = new JsonObject { ["code"] = 50007, ["message"] = "Cannot send messages to this user" },
        });

        var outcome = await running.Poster!.PostAsync(new ChannelPost(Channel, ChatReply.Answer(new TextBlock("Hello.")), "key-1"), CancellationToken.None);

        Assert.Contains("allow direct messages in the privacy settings", Assert.IsType<PostOutcome.Refused>(outcome).Why.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 50001, "View Channel")]
    [InlineData(500, 0, null)]
    public async Task AChannelThatCannotBeSeenIsAnObstacleAndAFaultOfDiscordIsNone(int status, int code, string? said)
    {
        for (var i = 0; i < 6; i++)
        {
            running.Discord.Add(new Fault((method, path) => method == "GET" && path == $"channels/{LoopbackDiscord.Channel}")
            {
                Status = status,
                Body = new JsonObject { ["code"] = code, ["message"] = "Missing Access" },
            });
        }

        var obstacle = await running.Poster!.ObstacleAsync(Channel, null, CancellationToken.None);

        Assert.Equal(said is null, obstacle is null);
        Assert.Contains(said ?? "", obstacle ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedThreadIsAShortfallThatSaysHowToFixIt()
    {
        running.Discord.Add(new Fault((_, path) => path.EndsWith("/threads", StringComparison.Ordinal))
        {
            Status = 403,
            Body = new JsonObject { ["code"] = 50013, ["message"] = "Missing Permissions" },
        });

        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion", Pin = true }));

        Assert.Equal("I may not open a thread here: grant my role “Create Public Threads” in this channel.", posted.Shortfall);
        Assert.Null(posted.Message.Thread);
        Assert.True(running.Discord.Messages[0].IsPinned);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task QuotesArePostedAsTextIfCardsAreHiddenAndNoneIsLost(bool hasWords)
    {
        running.Discord.ShowsCards = false;
        var quotes = Enumerable.Range(1, 40).Select(i => new QuoteBlock($"It rained {new string('x', 150)} {i}.", new Citation($"on-rain-{i}", "On Rain", i, 1)));
        var post = Post() with { Content = ChatReply.Answer([.. hasWords ? [new TextBlock("The motion.")] : Array.Empty<ReplyBlock>(), .. quotes]), ThreadName = "Motion" };

        var first = Assert.IsType<PostOutcome.Posted>(await PostAsync(post));
        var again = Assert.IsType<PostOutcome.Posted>(await PostAsync(post));
        running.Discord.RemembersNonces = TimeSpan.Zero;
        var found = Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch));

        Assert.Equal((null, first.Message, first.Message), (first.Shortfall, again.Message, found.Message));
        Assert.Equal("Motion", running.Discord.Messages[0].Thread);
        var all = string.Join('\n', running.Discord.Messages.Select(message => message.Text));
        Assert.All(Enumerable.Range(1, 40), i => Assert.Single(Regex.Matches(all, $" {i}\\.")));
        Assert.All(running.Discord.Messages, message => Assert.Empty((JsonArray)message.Sent["embeds"]!));
    }

    [Fact]
    public async Task MissingQuotesOfAnInterruptedRunAreAddedLater()
    {
        running.Discord.ShowsCards = false;
        var post = Post() with { Content = ChatReply.Answer(new TextBlock("The motion."), new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1))) };
        running.Discord.Add(new Fault((method, _) => method == "PATCH") { Status = 403, Body = new JsonObject { ["code"] = 50001, ["message"] = "Missing Access" } });
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(post));
        Assert.StartsWith("I may not show the quotes", posted.Shortfall, StringComparison.Ordinal);
        Assert.DoesNotContain("It rained.", running.Discord.Messages[0].Text, StringComparison.Ordinal);

        Assert.Null(Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch)).Shortfall);

        Assert.Contains("It rained.", Assert.Single(running.Discord.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageIsEditedToTextIfCardsAreHidden()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post()));
        running.Discord.ShowsCards = false;

        var result = ChatReply.Answer(new TextBlock("The vote is closed."), new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1)));
        Assert.IsType<PostOutcome.Posted>(await running.Poster!.EditAsync(posted.Message, result, CancellationToken.None));

        Assert.Contains("It rained.", Assert.Single(running.Discord.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThreadThatIsThereAlreadyIsTheOne()
    {
        var first = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion" }));
        var second = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion" }));

        Assert.Equal((first.Message.Id, first.Message.Id, null), (first.Message.Thread, second.Message.Thread, second.Shortfall));
    }

    [Fact]
    public async Task AnOpenPollIsDiscordsOwn()
    {
        var poll = new PollBlock("Does it rain?", [new Choice("Yes", "debate vote", "yes"), new Choice("No", "debate vote", "no")]) { IsSecret = false };

        await PostAsync(Post() with { Content = ChatReply.Answer(new TextBlock("Vote."), poll) });

        Assert.NotNull(running.Discord.Messages[0].Sent["poll"]);
    }

    [Fact]
    public async Task ALongPostArrivesWholeAndOnce()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"Sentence {i}."));
        var post = Post() with { Content = ChatReply.Answer(new TextBlock(text)) };

        await PostAsync(post);
        await PostAsync(post);

        Assert.Equal(3, running.Discord.Messages.Count);
        Assert.Equal(text, string.Join(' ', running.Discord.Messages.Select(message => message.Text)));
    }

    [Theory]
    [InlineData(50001, typeof(PostOutcome.Refused))]
    [InlineData(10003, typeof(PostOutcome.Refused))]
    public async Task ARequestThatDiscordNeverAcceptsIsRefused(int code, Type outcome)
    {
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 403, Body = new JsonObject { ["code"] = code, ["message"] = "No" } });

        Assert.IsType(outcome, await PostAsync(Post()));
    }

    [Fact]
    public async Task ALimitThatIsTooLongSaysWhenToTryAgain()
    {
        running.LimitNext(TimeSpan.FromMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<PostOutcome.Failed>(await PostAsync(Post())).RetryAfter);
    }

    [Fact]
    public async Task AnEarlierPostIsFoundBehindOtherMessages()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post()));
        for (var i = 0; i < 120; i++)
        {
            running.Discord.Write("42", "chatter");
        }

        var found = Assert.IsType<FindOutcome.Found>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));

        Assert.Equal(posted.Message.Id, found.Message.Id);
        Assert.Equal(posted.Message.Link, found.Message.Link);
    }

    [Fact]
    public async Task APostFromBeforeIsNotLookedFor()
    {
        await PostAsync(Post());

        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), TimeProvider.System.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task APostIsRecognisedByItsTextInSpiteOfChangedWhiteSpace()
    {
        var post = Post() with { Content = ChatReply.Answer(new TextBlock("  The ferry:\r\n\r\nwho pays?  ")) };
        await PostAsync(Post());
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(post with { Key = "debate-2" }));
        running.Discord.Change(running.Discord.Messages[1], there => there with { Sent = new JsonObject { ["content"] = "The ferry:\nwho pays?" } });

        Assert.Equal(posted.Message, Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch)).Message);
    }

    [Fact]
    public async Task TheSameTextOfAMemberIsNotAPost()
    {
        running.Discord.Write("42", "The motion.");

        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task APostWhoseCardsWereTakenOffIsKnownAgain()
    {
        var post = Post() with { Content = ChatReply.Answer(new TextBlock("The motion."), new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1))) };
        await PostAsync(post);
        var other = post with { Content = ChatReply.Answer(new TextBlock("The motion."), new QuoteBlock("It snowed.", new Citation("on-snow", "On Snow", 1, 1))) };
        Assert.IsType<FindOutcome.Absent>(await FindAsync(other, DateTimeOffset.UnixEpoch));

        running.Discord.Change(running.Discord.Messages[0], there => there with { Sent = new JsonObject { ["content"] = "The motion." } });

        Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task PostsWithTheSameTextAreDistinguishedByTheirButtons()
    {
        var second = Assert.IsType<PostOutcome.Posted>(await PostAsync(Poll("d2", "old stamp")));
        Assert.IsType<FindOutcome.Absent>(await FindAsync(Poll("d1", "old stamp"), DateTimeOffset.UnixEpoch));

        Assert.Equal(second.Message, Assert.IsType<FindOutcome.Found>(await FindAsync(Poll("d2", "new stamp"), DateTimeOffset.UnixEpoch)).Message);

        static ChannelPost Poll(string debate, string stamp) => new(
            Channel,
            ChatReply.Answer(new TextBlock("The motion."), new PollBlock("Where do you stand?", [new Choice("For", "debate vote", $"{debate} for") { Stamp = stamp }])),
            debate);
    }

    [Fact]
    public async Task OfAPostThatIsMadeWhenItIsSentTheBeginningIsEnough()
    {
        await PostAsync(Post() with { Content = ChatReply.Answer(new HeadingBlock("Draft"), new TextBlock("The motion."), new TextBlock("It rained.")) });

        Assert.IsType<FindOutcome.Found>(
            await FindAsync(Post() with { Content = ChatReply.Answer(new HeadingBlock("Draft"), new TextBlock("The motion.")) }, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task APostWithoutMarksIsUnclear()
    {
        await PostAsync(Post());

        Assert.IsType<FindOutcome.Unclear>(await FindAsync(Post() with { Content = ChatReply.Answer(new TextBlock("…")) }, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task TheResultIsUnclearIfTheHistoryMayNotBeRead()
    {
        await PostAsync(Post());
        running.Discord.ShowsHistory = false;

        var unclear = Assert.IsType<FindOutcome.Unclear>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));

        Assert.Contains("“Read Message History”", unclear.Why, StringComparison.Ordinal);
        Assert.Contains("“Read Message History”", unclear.Advice?.English, StringComparison.Ordinal);
        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), TimeProvider.System.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task InAChannelWithoutMessagesThereIsNoPost() => Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task AnEmptyListIsNotProofOfAnEmptyChannel()
    {
        running.Discord.Add(new Fault((method, path) => method == "GET" && path.EndsWith("/messages", StringComparison.Ordinal)) { Status = 203, Body = [] });

        Assert.IsType<FindOutcome.Unclear>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task AnInterruptedRunIsCompletedWithoutDuplicates()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"Sentence {i}."));
        var post = Post() with { Content = ChatReply.Answer(new TextBlock(text)), ThreadName = "Motion" };
        await PostAsync(post with { ThreadName = null });
        running.Discord.Change(running.Discord.Messages[2], _ => null);
        running.Discord.RemembersNonces = TimeSpan.Zero;

        var found = Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch));

        Assert.Equal((running.Discord.Messages[0].Id, null), (found.Message.Thread, found.Shortfall));
        Assert.Equal("Motion", running.Discord.Messages[0].Thread);
        Assert.Equal(text, string.Join(' ', running.Discord.Messages.Select(message => message.Text)));
    }

    [Fact]
    public async Task AfterAFewMinutesDiscordDoesNotKnowARepetition()
    {
        await PostAsync(Post());
        await PostAsync(Post());
        Assert.Single(running.Discord.Messages);

        running.Discord.RemembersNonces = TimeSpan.Zero;
        await PostAsync(Post());
        Assert.Equal(2, running.Discord.Messages.Count);
    }

    [Fact]
    public async Task AnswersToCommandsAreNotPosts()
    {
        await running.SendAsync(FakeInteractions.Command("debate prompt", ("topic", "rain")));
        Assert.False(Assert.Single(running.Seen).IsPrivate);

        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task MessagesOfAChannelAreReadOldestFirst()
    {
        running.Discord.Write("42", "first");
        running.Discord.Write("43", "second");
        await Eventually.IsSoAsync(() => running.Reader!.Obstacle is null);

        var read = await running.Reader!.ReadAsync(Channel, DateTimeOffset.UnixEpoch, 50, CancellationToken.None);

        Assert.Equal([("42", "first"), ("43", "second")], read.Select(message => (message.Author.Id, message.Text)));
    }

    [Fact]
    public async Task SystemMessagesOfDiscordAreNotMembersMessages()
    {
        const int NewName = 4;
        running.Discord.Write("42", "first");
        running.Discord.Write("42", "Sanctions, week 3", type: NewName);
        await Eventually.IsSoAsync(() => running.Reader!.Obstacle is null);

        var read = await running.Reader!.ReadAsync(Channel, DateTimeOffset.UnixEpoch, 50, CancellationToken.None);

        Assert.Equal(["first"], read.Where(message => !message.IsFromBot).Select(message => message.Text));
    }

    [Fact]
    public async Task WithoutTheIntentNothingIsReadAndAWayToGetItIsShown()
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.ApplicationFlags = 0;
        await using var other = await RunningDiscord.StartAsync(new ScriptedSeminar(), discord: discord);
        await Eventually.IsSoAsync(() => other.Reader!.Obstacle?.Contains("Message Content Intent", StringComparison.Ordinal) == true);

        await Assert.ThrowsAsync<ThreadReadException>(() => other.Reader!.ReadAsync(Channel, DateTimeOffset.UnixEpoch, 50, CancellationToken.None));
    }

    private static ChannelPost Post() => new(Channel, ChatReply.Answer(new TextBlock("The motion.")), "debate-1");

    private Task<PostOutcome> PostAsync(ChannelPost post) => running.Poster!.PostAsync(post, CancellationToken.None);

    private Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since) => running.Poster!.FindAsync(post, since, CancellationToken.None);
}
