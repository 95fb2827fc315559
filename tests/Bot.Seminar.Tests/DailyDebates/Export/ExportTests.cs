using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Export;

public sealed class ExportTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ATeacherGetsTheDebatesWithTheirResults(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate queue The ferry, \"our lifeline\", should be free.");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        var answers = harness.Platform.Posts[0].Content.Blocks.OfType<PollBlock>().Single().Answers;
        for (var person = 0; person < 4; person++)
        {
            await harness.PressAsync(answers[0], $"p{person}");
        }

        await harness.AtAsync("2026-09-03T09:00:00");
        var csv = FileOf(await harness.TeacherAsync("debate export format:csv"), "debates.csv").Split('\n');
        Assert.Equal("2026-09-01,\"The ferry, \"\"our lifeline\"\", should be free.\",,,posted,4,,,4,,,", csv[1]);
        Assert.StartsWith("2026-09-02,,,,missed", csv[2], StringComparison.Ordinal);

        var markdown = FileOf(await harness.TeacherAsync("debate export"), "debates.md");
        Assert.StartsWith("## 2026-09-01\n\nThe ferry, \"our lifeline\", should be free.\n\n- At first: for 4, against fewer than three", markdown, StringComparison.Ordinal);
        Assert.Contains("## 2026-09-02: no debate", markdown, StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("debate export")).Status);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AYearOfDebatesIsCompleteInOneFile(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2027-10-05T09:00:00");

        var reply = await harness.TeacherAsync("debate export format:csv");

        Assert.StartsWith("The debates of this channel from 2026-09-01 to 2027-10-05, the oldest first.", reply.ToPlainText(), StringComparison.Ordinal);
        var dates = FileOf(reply, "debates.csv").Split('\n').Skip(1).Select(line => line[..10]).ToList();
        Assert.Equal(Enumerable.Range(0, 400).Select(i => new DateOnly(2026, 9, 1).AddDays(i).ToString("O")), dates);
    }

    private static string FileOf(ChatReply reply, string name)
    {
        var file = Assert.Single(reply.Blocks.OfType<FileBlock>());
        Assert.Equal(name, file.Name);
        return file.Text;
    }
}
