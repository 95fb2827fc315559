using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

public sealed class NoticeTests
{
    private const string Line = "A note to the teachers";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ATeacherWhoAsksIsToldOfMissedDaysByDirectMessage(TestEngine engine)
    {
        await using var harness = await ScheduledAsync(engine);
        var reply = await harness.TeacherAsync("debate notify");
        Assert.Equal(ReplyVisibility.Private, reply.Visibility);
        Assert.Equal("From now on I tell you here when a debate is not posted to https://chat.example/room%201%2F2, and why.", Assert.Single(Direct(harness)));

        await harness.AtAsync("2026-09-01T12:00:00");

        var told = Direct(harness)[1];
        Assert.StartsWith("No debate was posted on Tue 1 September 2026 at 09:00 (UTC)", told, StringComparison.Ordinal);
        Assert.EndsWith("This is about https://chat.example/room%201%2F2. There, “debate notify off:yes” ends these messages.", told, StringComparison.Ordinal);
        Assert.Single(Lines(harness));
    }

    [Fact]
    public async Task EachTeacherDecidesForThemselves()
    {
        await using var harness = await ScheduledAsync(TestEngine.Sqlite);
        await harness.TeacherAsync("debate notify");
        await SayAsAsync(harness, "other", "debate notify");
        await harness.TeacherAsync("debate notify off:yes");

        await harness.AtAsync("2026-09-01T12:00:00");

        Assert.Single(Direct(harness));
        Assert.Equal(2, Direct(harness, "other").Count);
        Assert.Equal(["direct other"], await harness.RowsAsync("SELECT DISTINCT replace(substr(channel, 7), '%20', ' ') FROM posts WHERE channel LIKE 'test//direct%'"));
    }

    [Fact]
    public async Task ATeacherOfTwoChannelsWhoLeavesOneIsStillToldOfTheOther()
    {
        await using var harness = await ScheduledAsync(TestEngine.Sqlite);
        await harness.TeacherAsync("debate notify");
        await harness.TeacherAsync("debate schedule 09:00 UTC", "other room");
        await harness.TeacherAsync("debate notify", "other room");
        await harness.TeacherAsync("debate notify off:yes");

        await harness.AtAsync("2026-09-01T12:00:00");

        Assert.Contains("https://chat.example/other%20room", Assert.Single(Direct(harness), text => text.StartsWith("No debate", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheChannelReadsNothingIfTheLineIsMissing()
    {
        await using var harness = await ScheduledAsync(TestEngine.Sqlite);
        await harness.PressAsync((await harness.TeacherAsync("debate notify")).Choices.Single(), "teacher", isTeacher: true);

        await harness.AtAsync("2026-09-01T12:00:00");

        Assert.Empty(Lines(harness));
        Assert.Equal(2, Direct(harness).Count);
        Assert.Contains("No debate was posted on Tue 1 September 2026", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberWithoutDirectMessagesIsToldSoAtOnce()
    {
        await using var harness = await ScheduledAsync(TestEngine.Sqlite);
        harness.Platform.NoDirectMessages = "Add the scope.";
        Assert.Equal("Add the scope.", (await harness.TeacherAsync("debate notify")).ToPlainText());

        harness.Platform.NoDirectMessages = null;
        harness.Platform.OnPost = _ => FakePlatform.Refuse("Allow direct messages.");
        var reply = await harness.TeacherAsync("debate notify");

        Assert.Equal((ReplyStatus.Error, "Allow direct messages."), (reply.Status, reply.ToPlainText()));
        Assert.Empty(await harness.RowsAsync("SELECT member FROM told_teachers"));
    }

    [Fact]
    public async Task StudentsAreNotToldAndCannotAskForIt()
    {
        await using var harness = await ScheduledAsync(TestEngine.Sqlite);

        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("debate notify")).Status);
        Assert.Empty(harness.Platform.Posts);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task PrivacyShowsAndDeletesATeachersNotification(TestEngine engine)
    {
        await using var harness = await ScheduledAsync(engine);
        await harness.TeacherAsync("debate notify");
        await harness.AtAsync("2026-09-01T12:00:00");
        Assert.Contains("https://chat.example/room%201%2F2", (await harness.TeacherAsync("privacy export")).ToPlainText(), StringComparison.Ordinal);

        Assert.StartsWith("One entry about you was erased.", (await harness.TeacherAsync("privacy forget")).ToPlainText(), StringComparison.Ordinal);

        Assert.Empty(await harness.RowsAsync("SELECT member FROM told_teachers"));
        Assert.Empty(await harness.RowsAsync("SELECT id FROM posts WHERE channel LIKE 'test//direct%'"));
    }

    private static async Task<DebateHarness> ScheduledAsync(TestEngine engine)
    {
        var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        return harness;
    }

    private static Task<ChatReply> SayAsAsync(DebateHarness harness, string teacher, string line) => harness.HandleAsync(new ChatCommand
    {
        Name = ChatCommand.PlainWords,
        Text = line,
        Channel = DebateHarness.Room,
        User = new ChatUser(teacher, IsTeacher: true),
    });

    private static List<string> Direct(DebateHarness harness, string member = "teacher") =>
        [.. harness.Platform.Posts.Where(post => post.Channel.Channel == $"direct {member}").Select(post => post.Content.ToPlainText())];

    private static List<ChannelPost> Lines(DebateHarness harness) =>
        [.. harness.Platform.Posts.Where(post => post.Content.ToPlainText().StartsWith(Line, StringComparison.Ordinal))];
}
