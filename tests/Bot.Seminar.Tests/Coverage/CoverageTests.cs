using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Coverage;

public sealed class CoverageTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ParagraphsAreCountedByWhatWasDoneWithThem(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.StudentAsync("show town ¶4");
        await harness.StudentAsync("find library");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate preview 1");

        Assert.Equal(
            "The Town\n- Asked about: none\n- Cited: ¶3\n- Opened: ¶4\n- Debated: none\n- Never touched, of 5 paragraphs: ¶1–2, ¶5",
            (await harness.TeacherAsync("coverage")).ToPlainText());
    }

    [Fact]
    public async Task UndebatedParagraphsAreDebatedFirst()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        foreach (var paragraph in new[] { 1, 3, 4, 5 })
        {
            await harness.StudentAsync($"show town ¶{paragraph}");
        }

        await harness.RunOnceAsync();
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");

        Assert.Contains("trees along the old harbour road", harness.Platform.Posts[0].Content.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("- Debated: ¶2", (await harness.TeacherAsync("coverage")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheClosingNamesThePassageThatWasOpenedMostOften()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        foreach (var paragraph in new[] { 3, 3, 2, 3, 2 })
        {
            await harness.StudentAsync($"show town ¶{paragraph}");
        }

        await harness.AtAsync("2026-09-02T08:00:04");
        Assert.Equal(3, Assert.Single(harness.Platform.Posts[^1].Content.Quotes).Citation.Paragraph);
    }
}
