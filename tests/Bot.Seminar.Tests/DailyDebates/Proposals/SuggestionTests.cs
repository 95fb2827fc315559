using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Proposals;

public sealed class SuggestionTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task OneMemberDoesNotFillTheListOfAChannel(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var replies = new List<ChatReply>();
        for (var i = 0; i < 60; i++)
        {
            replies.Add(await harness.StudentAsync($"debate suggest Lunch should last {i + 30} minutes.", "maria"));
            harness.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(5, replies.Count(reply => reply.Status == ReplyStatus.Answered));
        Assert.Equal("Five of your motions wait in this channel already. A teacher has to decide on them first.", replies[^1].ToPlainText());
        Assert.Equal(ReplyStatus.Answered, (await harness.StudentAsync("debate suggest Trams should be free.", "joao")).Status);
        Assert.Equal(ReplyStatus.Answered, (await harness.TeacherAsync("debate queue Buses should be free.")).Status);
    }

    [Theory]
    [OnSqlite]
    public async Task ManyStudentsDoNotKeepATeacherFromTheQueue(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        for (var i = 0; i < 60; i++)
        {
            await harness.StudentAsync($"debate suggest Lunch should last {i + 30} minutes.", $"student {i}");
            harness.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("debate suggest Trams should be free.", "joao")).Status);
        Assert.Equal(ReplyStatus.Answered, (await harness.TeacherAsync("debate queue Buses should be free.")).Status);
    }

    [Theory]
    [OnSqlite]
    public async Task DecidedSuggestionsDoNotCountTowardsTheLimit(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        for (var i = 0; i < 7; i++)
        {
            var reply = await harness.StudentAsync($"debate suggest Lunch should last {i + 30} minutes.", "maria");
            Assert.Equal(ReplyStatus.Answered, reply.Status);
            await harness.PressAsync(reply.Choices.Last(), "teacher", isTeacher: true);
        }
    }
}
