using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Recap;

public sealed class RecapTests
{
    [Fact]
    public async Task NothingIsReadIfTheChannelDidNotOptIn()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith("Messages are not read in this channel.", (await harness.StudentAsync("recap")).ToPlainText(), StringComparison.Ordinal);
        Assert.Null(harness.Threads.Asked);
    }

    [Fact]
    public async Task AlikePointsAreCountedTogetherAndLeadToMessageAndParagraph()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Messages.AddRange(
        [
            "The council should not pay for the ferry to the island.",
            "I think the council should not pay for the ferry in winter!",
            "How many children take the ferry to school in winter?",
            "lol",
        ]);

        var recap = await harness.StudentAsync("recap");
        Assert.Equal($"t-{harness.Platform.Posts[0].Key}", harness.Threads.Asked?.Thread);
        Assert.StartsWith("Draft of a recap\n", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Points (not sorted into for and against)\n- The council should not pay for the ferry to the island. (2 messages) https://chat.example/0\n  — ¶1.1", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Open questions\n- How many children take the ferry to school in winter? https://chat.example/2\n  — ¶1.1", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await harness.RowsAsync("SELECT content FROM posts WHERE content LIKE '%children take%'"));
    }

    [Fact]
    public async Task TheObstacleToReadingMessagesIsExplained()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Obstacle = "I may not read messages here: enable the message content intent.";

        Assert.Equal(harness.Threads.Obstacle, (await harness.StudentAsync("recap")).ToPlainText());
    }

    [Fact]
    public async Task WhenTheVoteClosesTheRecapIsPostedOnceIntoTheThreadAndNothingOfItIsStored()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Messages.Add("The council should not pay for the ferry to the island.");
        await CloseAsync(harness);
        harness.Platform.KeepsWhatItDoesNotConfirm = true;
        harness.Platform.OnPost = _ => new PostOutcome.Unclear("The line went dead.");
        await harness.AtAsync("2026-09-02T08:00:10");
        harness.Platform.OnPost = _ => null;
        await harness.AtAsync("2026-09-02T08:02:00");

        var recap = Assert.Single(harness.Platform.Posts, IsRecap);
        Assert.Equal($"t-{harness.Platform.Posts[0].Key}", recap.Channel.Thread);
        Assert.Contains("The council should not pay", recap.Content.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("closing posted recap posted", string.Join(' ', await harness.RowsAsync("SELECT kind || ' ' || state FROM posts WHERE kind <> 'debate' ORDER BY kind")));
        Assert.Empty(await harness.RowsAsync("SELECT content FROM posts WHERE content LIKE '%not pay%'"));
    }

    [Fact]
    public async Task WithoutMessagesToSummarizeNoRecapIsPostedAndNothingIsReported()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Messages.Add("lol");
        await CloseAsync(harness);
        await harness.AtAsync("2026-09-02T08:00:10");

        Assert.DoesNotContain(harness.Platform.Posts, IsRecap);
        Assert.Empty(await harness.ReportsAsync());
        Assert.Empty(await harness.RowsAsync("SELECT id FROM posts WHERE state IN ('waiting', 'sent')"));
    }

    [Fact]
    public async Task AChannelThatDidNotOptInGetsTheResultAlone()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        await harness.TeacherAsync("settings recap:off");
        harness.Threads.Messages.Add("The council should not pay for the ferry to the island.");
        await CloseAsync(harness);

        Assert.Null(harness.Threads.Asked);
        Assert.Equal(["closing"], await harness.RowsAsync("SELECT kind FROM posts WHERE kind <> 'debate'"));
    }

    [Fact]
    public async Task ARecapThatCannotBeReadIsTriedAgainAndOneThatWillNeverBeIsReported()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Messages.Add("The council should not pay for the ferry to the island.");
        await CloseAsync(harness);
        harness.Threads.Fault = () => "The platform is down.";
        await harness.AtAsync("2026-09-02T08:00:10");
        harness.Threads.Fault = null;
        harness.Threads.Obstacle = "Enable the message content intent.";
        await harness.AtAsync("2026-09-02T08:01:10");

        Assert.DoesNotContain(harness.Platform.Posts, IsRecap);
        Assert.Equal(
            ["The recap of the debate of 2026-09-01 was not posted. Enable the message content intent."], await harness.ReportsAsync());
    }

    private static bool IsRecap(ChannelPost post) => post.Content.Blocks is [HeadingBlock { Text: "Draft of a recap" }, ..];

    private static Task CloseAsync(DebateHarness harness) => harness.AtAsync("2026-09-02T08:00:04");

    private static async Task OpenAsync(DebateHarness harness)
    {
        await harness.TeacherAsync("settings recap:on");
        await harness.TeacherAsync("debate queue The council should pay for the ferry to the island in winter.");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
    }
}
