using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Commands;

/// <summary>Ids come from buttons, forms and typed text. None may give access to another channel.</summary>
public sealed class ForeignIdTests
{
    private static readonly string[] Tables = ["schedules", "special_days", "holidays", "proposals", "debates", "posts", "votes", "curated_counters", "channel_settings"];

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task APressInAnotherChannelChangesNothingHere(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var choices = await ChoicesAsync(harness);
        Assert.All(
            ["debate vote", "debate accept", "debate decline", "debate unqueue", "debate skip", "counter remove"],
            command => Assert.Contains(choices, choice => choice.Command == command));
        var before = await DumpAsync(harness);

        foreach (var choice in choices)
        {
            foreach (var place in Elsewhere())
            {
                await harness.HandleAsync(Press(choice, place, new ChatUser("teacher", IsTeacher: true)));
                Assert.True(before == await DumpAsync(harness), $"“{choice.Command} {choice.Text}” from {place} changed something.");
            }
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task APressByAnotherMemberDecidesNothingAndChangesNobodysVote(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var choices = await ChoicesAsync(harness);
        var before = await DumpAsync(harness, "votes");
        var mine = await harness.RowsAsync("SELECT debate || voter || side || first_side FROM votes");

        foreach (var choice in choices)
        {
            await harness.HandleAsync(Press(choice, DebateHarness.Room, new ChatUser("somebody else")));
        }

        Assert.Equal(before, await DumpAsync(harness, "votes"));
        Assert.Subset((await harness.RowsAsync("SELECT debate || voter || side || first_side FROM votes")).ToHashSet(), mine.ToHashSet());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task EachOfThemWorksWhereItBelongs(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var choices = (await ChoicesAsync(harness)).GroupBy(choice => choice.Command);

        // An accepted motion cannot be declined, so decline uses another one.
        foreach (var choice in choices.Select(same => same.Key == "debate decline" ? same.Last() : same.First()))
        {
            var before = await DumpAsync(harness);
            await harness.HandleAsync(Press(choice, DebateHarness.Room, new ChatUser("teacher", IsTeacher: true)));
            Assert.False(before == await DumpAsync(harness), $"“{choice.Command} {choice.Text}” did nothing.");
        }
    }

    [Theory]
    [OnSqlite]
    public async Task APollThatAMemberIsShownOnAPageOfTheirOwnTakesTheirVoteAndNobodyElses(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await ChoicesAsync(harness);
        var page = DebateHarness.Room with { Channel = "a page" };
        var shown = (await harness.TodayAsync(DebateHarness.Room.Channel)).Choices.First(choice => choice.Command == "debate vote");

        var stolen = await harness.HandleAsync(Press(shown, page with { Channel = "another page" }, new ChatUser("somebody else")));
        Assert.Equal(ReplyStatus.Error, stolen.Status);
        var abroad = await harness.HandleAsync(Press(shown, page with { Space = "another school" }, new ChatUser("student")));
        Assert.Equal(ReplyStatus.Error, abroad.Status);

        var reply = await harness.HandleAsync(Press(shown, page, new ChatUser("student")));
        Assert.StartsWith("You voted for the motion.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    private static IEnumerable<ChannelAddress> Elsewhere()
    {
        yield return DebateHarness.Room with { Channel = "another room" };
        yield return DebateHarness.Room with { Channel = "another room", Thread = "thread" };
        yield return DebateHarness.Room with { Space = "another school" };
        yield return DebateHarness.Room with { Platform = "another platform" };
    }

    private static ChatCommand Press(Choice choice, ChannelAddress place, ChatUser user) =>
        new() { Name = choice.Command, Text = choice.Text, Channel = place, User = user };

    // All choices with an id that the bot offers, in a channel with an item of each kind.
    private static async Task<List<Choice>> ChoicesAsync(DebateHarness harness)
    {
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("settings recap:on");
        await harness.TeacherAsync("debate holiday 2026-12-24");
        await harness.TeacherAsync("counter add The ferry should be paid for. | Nobody takes it in winter.");
        var name = (await harness.RowsAsync("SELECT id FROM curated_counters"))[0];
        List<ChatReply> replies =
        [
            await harness.StudentAsync("debate suggest Lunch should be longer."),
            await harness.StudentAsync("debate suggest Homework should be shorter."),
            await harness.TeacherAsync("debate skip 2026-11-30"),
        ];
        await harness.AtAsync("2026-09-01T09:00:00");
        replies.AddRange(harness.Platform.Posts.Select(post => post.Content));
        replies.Add(await harness.TeacherAsync("debate queue School should begin at ten."));
        var choices = replies.SelectMany(reply => reply.Choices).Where(choice => choice.Command is not ("show" or "debate preview")).ToList();
        await harness.HandleAsync(Press(choices.First(choice => choice.Command == "debate vote"), DebateHarness.Room, new ChatUser("maria")));
        return [.. choices, new Choice("typed", "counter remove", name), new Choice("typed", "debate remove", "1")];
    }

    private static async Task<string> DumpAsync(DebateHarness harness, params string[] without)
    {
        var rows = new List<string>();
        foreach (var table in Tables.Except(without))
        {
            rows.AddRange((await harness.Database.ReadAsync(
                session => session.QueryAsync<dynamic>($"SELECT * FROM {table}"), CancellationToken.None))
                .Select(row => $"{table}: {string.Join(", ", (IDictionary<string, object?>)row)}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', rows);
    }
}
