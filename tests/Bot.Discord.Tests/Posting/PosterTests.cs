using System.Text.Json.Nodes;
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

    [Fact]
    public async Task AThreadThatMayNotBeOpenedIsAShortfallThatSaysHowToMendIt()
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
    public async Task QuotesThatMayNotBeShownAreToldAndHowToMendIt(bool hasWords)
    {
        running.Discord.ShowsCards = false;
        var quote = new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1));

        var outcome = await PostAsync(Post() with { Content = hasWords ? ChatReply.Answer(new TextBlock("The motion."), quote) : ChatReply.Answer(quote) });

        var said = hasWords ? Assert.IsType<PostOutcome.Posted>(outcome).Shortfall : Assert.IsType<PostOutcome.Refused>(outcome).Why;
        Assert.Contains("“Embed Links”", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThreadThatIsThereAlreadyIsTheOne()
    {
        var first = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion" }));
        var second = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion" }));

        Assert.Equal((first.Message.Id, first.Message.Id, null), (first.Message.Thread, second.Message.Thread, second.Shortfall));
    }

    [Fact]
    public async Task TheOpeningStandsInTheThread()
    {
        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(Post() with { ThreadName = "Motion", ThreadOpening = ChatReply.Answer(new TextBlock("To discuss.")) }));

        Assert.Equal(["The motion.", "To discuss."], running.Discord.Messages.Select(message => message.Text));
        Assert.Equal(posted.Message.Id, running.Discord.Messages[1].Channel);
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
    public async Task WhatDiscordWillNeverTakeIsRefused(int code, Type outcome)
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

        var found = Assert.IsType<FindOutcome.Found>(await FindAsync("debate-1", DateTimeOffset.UnixEpoch));

        Assert.Equal(posted.Message.Id, found.Message.Id);
        Assert.Equal(posted.Message.Link, found.Message.Link);
    }

    [Fact]
    public async Task APostFromBeforeIsNotLookedFor()
    {
        await PostAsync(Post());

        Assert.IsType<FindOutcome.Absent>(await FindAsync("debate-1", TimeProvider.System.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task WhereDiscordKeepsTheKeysToItselfNothingIsClaimed()
    {
        running.Discord.Write(LoopbackDiscord.BotId, "A message whose key is not told.");

        Assert.IsType<FindOutcome.Unclear>(await FindAsync("debate-1", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task AnsweredCommandsAreNoPosts()
    {
        await running.SendAsync(FakeInteractions.Command("debate prompt", ("topic", "rain")));
        Assert.False(Assert.Single(running.Seen).IsPrivate);

        Assert.IsType<FindOutcome.Absent>(await FindAsync("debate-1", DateTimeOffset.UnixEpoch));
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
    public async Task WhatDiscordWritesInSomebodysNameNobodySaid()
    {
        const int NewName = 4;
        running.Discord.Write("42", "first");
        running.Discord.Write("42", "Sanctions, week 3", type: NewName);
        await Eventually.IsSoAsync(() => running.Reader!.Obstacle is null);

        var read = await running.Reader!.ReadAsync(Channel, DateTimeOffset.UnixEpoch, 50, CancellationToken.None);

        Assert.Equal(["first"], read.Where(message => !message.IsFromBot).Select(message => message.Text));
    }

    [Fact]
    public async Task WithoutTheIntentNothingIsReadAndItIsSaidHowToGetIt()
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.ApplicationFlags = 0;
        await using var other = await RunningDiscord.StartAsync(new ScriptedSeminar(), discord: discord);
        await Eventually.IsSoAsync(() => other.Reader!.Obstacle?.Contains("Message Content Intent", StringComparison.Ordinal) == true);

        await Assert.ThrowsAsync<ThreadReadException>(() => other.Reader!.ReadAsync(Channel, DateTimeOffset.UnixEpoch, 50, CancellationToken.None));
    }

    private static ChannelPost Post() => new(Channel, ChatReply.Answer(new TextBlock("The motion.")), "debate-1");

    private Task<PostOutcome> PostAsync(ChannelPost post) => running.Poster!.PostAsync(post, CancellationToken.None);

    private Task<FindOutcome> FindAsync(string key, DateTimeOffset since) => running.Poster!.FindAsync(Channel, key, since, CancellationToken.None);
}
