using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Posting;

public sealed class ForumTests : IAsyncLifetime
{
    private const int Forum = 15;
    private const int Media = 16;

    private static readonly ChannelAddress Channel = new("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel);

    private RunningDiscord running = null!;

    public async Task InitializeAsync()
    {
        running = await RunningDiscord.StartAsync(new ScriptedSeminar());
        running.Discord.ChannelType = Forum;
        running.Discord.Tags.Add(new FakeTag("11", "Debate"));
        running.Discord.Tags.Add(new FakeTag("12", "Logistics"));
    }

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Theory]
    [InlineData(Forum, false, null, null)]
    [InlineData(Media, false, "debate", null)]
    [InlineData(Forum, true, null, "This forum requires a tag on each post. Name one: tag:NAME. It has: Debate, Logistics.")]
    [InlineData(Forum, true, "Debate", null)]
    [InlineData(Forum, false, "Motion", "This forum has no tag “Motion”. It has: Debate, Logistics.")]
    [InlineData(0, false, "Debate", "Posts have no tags here. Leave the tag out.")]
    public async Task WhetherAForumTakesPostsWithATagIsKnownBeforeTheFirst(int type, bool requiresTag, string? tag, string? said)
    {
        running.Discord.ChannelType = type;
        running.Discord.RequiresTag = requiresTag;

        Assert.Equal(said, await running.Poster!.ObstacleAsync(Channel, tag, CancellationToken.None));
    }

    [Fact]
    public async Task AMotionBecomesAPostWithItsTitleAndItsTag()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { Tag = "debate" }));

        var post = Assert.Single(running.Discord.Posts);
        Assert.Equal(("Sanctions should stay.", "11"), (post.Title, Assert.Single(post.Tags)));
        Assert.Equal((post.Id, post.Id, null), (posted.Message.Id, posted.Message.Thread, posted.Shortfall));
        Assert.Equal($"https://discord.com/channels/{LoopbackDiscord.Server}/{post.Id}", posted.Message.Link?.AbsoluteUri);
        Assert.Equal("The motion.", Assert.Single(running.Discord.Messages).Text);
    }

    [Fact]
    public async Task WithoutANameTheFirstWordsAreTheTitle()
    {
        await PostAsync(Post() with { ThreadName = null, Content = ChatReply.Answer(new HeadingBlock("Motion"), new TextBlock(new string('x', 140))) });

        Assert.Equal($"{new string('x', 99)}…", Assert.Single(running.Discord.Posts).Title);
    }

    [Fact]
    public async Task ATagThatIsGoneIsAShortfallAndOneThatIsNeededARefusal()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { Tag = "Motion" }));
        Assert.StartsWith("This forum has no tag “Motion”.", posted.Shortfall, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(running.Discord.Posts).Tags);

        running.Discord.RequiresTag = true;
        Assert.IsType<PostOutcome.Refused>(await PostAsync(Post("debate-2") with { Tag = "Motion" }));
        Assert.Single(running.Discord.Posts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APostWhoseAnswerWasLostIsFoundAndNotRepeated(bool isArchived)
    {
        running.Discord.Add(new Fault((method, path) => method == "POST" && path.EndsWith("/threads", StringComparison.Ordinal)) { TakesEffect = true });
        Assert.IsType<PostOutcome.Unclear>(await PostAsync(Post()));
        var post = Assert.Single(running.Discord.Posts);
        if (isArchived)
        {
            running.Discord.Archive(post);
        }

        var found = Assert.IsType<FindOutcome.Found>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));

        Assert.Equal((post.Id, post.Id), (found.Message.Id, found.Message.Thread));
        Assert.Single(running.Discord.Requests, request => request.Method == "POST" && request.Path.EndsWith("/threads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MissingMessagesOfALongPostArePostedLater()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"Sentence {i}."));
        var post = Post() with { Content = ChatReply.Answer(new TextBlock(text)) };
        await PostAsync(post);
        Assert.Equal(3, running.Discord.Messages.Count);
        Assert.Single(running.Discord.Messages.Select(message => message.Channel).Distinct());
        running.Discord.Change(running.Discord.Messages[2], _ => null);
        running.Discord.RemembersNonces = TimeSpan.Zero;

        Assert.IsType<FindOutcome.Found>(await FindAsync(post, DateTimeOffset.UnixEpoch));

        Assert.Equal(text, string.Join(' ', running.Discord.Messages.Select(message => message.Text)));
    }

    [Fact]
    public async Task AnotherPostIsNotTheOneAndOneFromBeforeIsNotLookedFor()
    {
        await PostAsync(Post("debate-1") with { Content = ChatReply.Answer(new TextBlock("Another motion.")) });

        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));
        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), TimeProvider.System.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task APostWhoseFirstMessageIsGoneIsNotTheOne()
    {
        await PostAsync(Post());
        running.Discord.Change(running.Discord.Messages[0], _ => null);

        Assert.IsType<FindOutcome.Absent>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task TheResultIsUnclearIfTheHistoryMayNotBeRead()
    {
        await PostAsync(Post());
        running.Discord.ShowsHistory = false;

        var unclear = Assert.IsType<FindOutcome.Unclear>(await FindAsync(Post(), DateTimeOffset.UnixEpoch));

        Assert.Contains("“Read Message History”", unclear.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuotesAreTextIfCardsAreHidden()
    {
        running.Discord.ShowsCards = false;
        var quote = new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1));

        await PostAsync(Post() with { Content = ChatReply.Answer(new TextBlock("The motion."), quote) });

        Assert.Contains("It rained.", Assert.Single(running.Discord.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostCanBeChangedAndItsThreadWrittenTo()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post()));

        Assert.IsType<PostOutcome.Posted>(await running.Poster!.EditAsync(posted.Message, ChatReply.Answer(new TextBlock("Closed.")), CancellationToken.None));
        await PostAsync(new ChannelPost(Channel with { Thread = posted.Message.Thread }, ChatReply.Answer(new TextBlock("The vote is closed.")), "result"));

        Assert.Equal(["Closed.", "The vote is closed."], running.Discord.Messages.Select(message => message.Text));
        Assert.Single(running.Discord.Posts);
    }

    [Fact]
    public async Task AForumThatCannotBeSeenRefusesAndAFaultOfDiscordMeansLater()
    {
        running.Discord.Add(Look(403, 50001));
        Assert.Contains("“View Channel”", Assert.IsType<PostOutcome.Refused>(await PostAsync(Post())).Why.English, StringComparison.Ordinal);

        running.Discord.Add(Look(429, 0) with { RetryAfter = TimeSpan.FromMinutes(5) });
        Assert.IsType<PostOutcome.Failed>(await PostAsync(Post()));
        Assert.Empty(running.Discord.Posts);
    }

    private static Fault Look(int status, int code) => new((method, path) => method == "GET" && path == $"channels/{LoopbackDiscord.Channel}")
    {
        Status = status,
        Body = new JsonObject { ["code"] = code, ["message"] = "Missing Access" },
    };

    private static ChannelPost Post(string key = "debate-0") =>
        new(Channel, ChatReply.Answer(new TextBlock("The motion.")), key) { ThreadName = "Sanctions should stay." };

    private Task<PostOutcome> PostAsync(ChannelPost post) => running.Poster!.PostAsync(post, CancellationToken.None);

    private Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since) => running.Poster!.FindAsync(post, since, CancellationToken.None);
}
