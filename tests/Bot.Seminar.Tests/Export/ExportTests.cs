using Bot.Chat;
using Bot.Seminar.Tests.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Export;

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
        var csv = (await harness.TeacherAsync("debate export format:csv")).ToPlainText().Split('\n');
        Assert.Equal("2026-09-01,\"The ferry, \"\"our lifeline\"\", should be free.\",,,posted,4,,,4,,,", csv[1]);
        Assert.StartsWith("2026-09-02,,,,missed", csv[2], StringComparison.Ordinal);

        var markdown = (await harness.TeacherAsync("debate export")).ToPlainText();
        Assert.StartsWith("## 2026-09-01\n\nThe ferry, \"our lifeline\", should be free.\n\n- At first: for 4, against fewer than three", markdown, StringComparison.Ordinal);
        Assert.Contains("## 2026-09-02: no debate", markdown, StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("debate export")).Status);
    }
}
