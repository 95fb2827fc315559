using System.Globalization;
using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

public sealed class OutboxTests
{
    [Fact]
    public async Task AnAnswerThatIsLostLeadsToALookAndNotToASecondMessage()
    {
        await using var harness = await DueAsync();
        harness.Platform.KeepsWhatItDoesNotConfirm = true;
        harness.Platform.OnPost = _ => new PostOutcome.Unclear("The line went dead.");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-01T09:00:30");
        Assert.Equal(0, harness.Platform.Looks);

        await harness.AtAsync("2026-09-01T09:01:01");
        Assert.Single(harness.Platform.Posts);
        Assert.Equal([$"m-{harness.Platform.Posts[0].Key}"], await harness.RowsAsync("SELECT message FROM posts WHERE state = 'posted'"));
    }

    [Fact]
    public async Task AMessageThatDidNotArriveIsSentAgain()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => new PostOutcome.Unclear("The line went dead.");
        await harness.AtAsync("2026-09-01T09:00:00");
        harness.Platform.OnPost = _ => null;
        await harness.AtAsync("2026-09-01T09:01:01");

        Assert.Single(harness.Platform.Posts);
    }

    [Fact]
    public async Task AnAdapterThatThrowsCountsAsUnclear()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => throw new InvalidOperationException("oops");
        await harness.AtAsync("2026-09-01T09:00:00");
        harness.Platform.OnPost = _ => null;
        await harness.AtAsync("2026-09-01T09:01:01");

        Assert.Single(harness.Platform.Posts);
        Assert.Equal(1, harness.Platform.Looks);
        Assert.Equal("oops", Assert.Single(harness.Errors.Faults).Message);
    }

    [Fact]
    public async Task WhileThePlatformCannotBeAskedNothingIsSentAgain()
    {
        await using var harness = await DueAsync();
        harness.Platform.KeepsWhatItDoesNotConfirm = true;
        harness.Platform.OnPost = _ => new PostOutcome.Unclear("The line went dead.");
        harness.Platform.OnFind = _ => new FindOutcome.Unclear("No answer.");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-01T09:30:00");
        await harness.AtAsync("2026-09-01T18:00:00");
        harness.Platform.OnFind = _ => null;
        await harness.AtAsync("2026-09-01T23:00:00");

        Assert.Single(harness.Platform.Posts);
        Assert.Equal(["posted"], await harness.RowsAsync("SELECT outcome FROM debates"));
    }

    [Fact]
    public async Task ALimitIsKeptAndTheMessageComesAfterIt()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => new PostOutcome.Failed("Too many.", TimeSpan.FromSeconds(90));
        await harness.AtAsync("2026-09-01T09:00:00");
        harness.Platform.OnPost = _ => null;
        await harness.AtAsync("2026-09-01T09:01:00");
        Assert.Empty(harness.Platform.Posts);
        await harness.AtAsync("2026-09-01T09:01:31");
        Assert.Single(harness.Platform.Posts);
    }

    [Fact]
    public async Task RefusedPostsAreReportedToTheTeachers()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => FakePlatform.Refuse("I may not write here. Give me the permission to send messages.");
        await harness.AtAsync("2026-09-01T09:00:00");

        Assert.Equal(["missed"], await harness.RowsAsync("SELECT outcome FROM debates"));
        Assert.Contains(
            "The debate of 2026-09-01 was not posted. I may not write here. Give me the permission to send messages.",
            (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostThatMayStandIsReportedWithWhatAPersonCanDo()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => new PostOutcome.Unclear("The line went dead.");
        harness.Platform.OnFind = _ => new FindOutcome.Unclear("The history is closed.")
        {
            Advice = TranslatedText.Of(() => CultureInfo.CurrentUICulture.Name == "de" ? "Lass mich lesen." : "Let me read."),
        };
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-04T09:00:00");

        Assert.Contains(
            "I do not know whether the debate of 2026-09-01 is in the channel, because the platform does not say. Let me read.",
            await harness.ReportsAsync());
        Assert.Contains(
            "Ob die Debatte vom 2026-09-01 im Kanal steht, weiß ich nicht, weil die Plattform es nicht sagt. Lass mich lesen.",
            (await harness.TeacherInAsync("de", "debate list")).ToPlainText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportNamesTheDayOfTheScheduleAndNotOfTheServer()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 Pacific/Auckland");
        harness.Platform.OnPost = _ => FakePlatform.Refuse("No.");
        await harness.AtAsync("2026-09-01T21:00:00");

        Assert.Equal(["The debate of 2026-09-02 was not posted. No."], await harness.ReportsAsync());
    }

    [Fact]
    public async Task AnUndeliveredPostIsGivenUpAndReported()
    {
        await using var harness = await DueAsync();
        harness.Platform.OnPost = _ => new PostOutcome.Failed("Down.");
        await harness.AtAsync("2026-09-01T09:00:00");
        harness.Platform.OnPost = _ => null;
        await harness.AtAsync("2026-09-01T11:30:00");

        Assert.Empty(harness.Platform.Posts);
        Assert.Equal(["The debate of 2026-09-01 was not posted. It could not be delivered in time."], await harness.ReportsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ReplicasPostEachDebateOnce(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        harness.Start();
        harness.Start();
        for (var room = 0; room < 20; room++)
        {
            await harness.TeacherAsync("debate schedule 09:00 UTC", $"room {room}");
        }

        harness.Time.SetUtcNow(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(replica => Task.Run(() => harness.RunOnceAsync(replica))));
        await harness.RunOnceAsync();

        Assert.Equal(20, harness.Platform.Posts.Count);
        Assert.Equal(20, harness.Platform.Posts.Select(post => post.Channel).Distinct().Count());
    }

    [Fact]
    public async Task ADatabaseRestoredFromBeforeTheDebateFindsTheMessageInsteadOfPostingItAgain()
    {
        await using var harness = await DueAsync();
        var backup = $"{harness.Test.File}.backup";
        Assert.Null(await Bot.Storage.DatabaseBackup.WriteAsync(harness.Database, backup, CancellationToken.None));
        await harness.AtAsync("2026-09-01T09:00:00");
        Assert.Single(harness.Platform.Posts);

        File.Delete(harness.Test.File);
        await Assert.ThrowsAsync<Bot.Storage.DatabaseUnavailableException>(() => harness.RunOnceAsync());
        File.Delete($"{harness.Test.File}-wal");
        File.Delete($"{harness.Test.File}-shm");
        File.Move(backup, harness.Test.File);
        await harness.AtAsync("2026-09-01T09:30:00");

        Assert.Single(harness.Platform.Posts);
        Assert.Equal(["posted"], await harness.RowsAsync("SELECT outcome FROM debates"));
    }

    private static async Task<DebateHarness> DueAsync()
    {
        var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        return harness;
    }
}
