using Bot.Chat;
using Bot.Seminar.Tests.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Privacy;

public sealed class PrivacyTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AMemberGetsWhatIsKeptAndItIsGoneWithTheAnswer(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        var answers = harness.Platform.Posts[0].Content.Blocks.OfType<PollBlock>().Single().Answers;
        await harness.PressAsync(answers[0], "maria");
        await harness.PressAsync(answers[1], "joao");
        await harness.StudentAsync("debate suggest Lunch should be longer.", "maria");

        await harness.StudentAsync("How dear is the ferry?", "maria");
        var export = await harness.StudentAsync("privacy export", "maria");
        Assert.Equal(ReplyVisibility.Private, export.Visibility);
        Assert.Contains("\"side\": \"for\"", export.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("\"firstAt\": \"2026-09-01T09:00:00+00:00\"", export.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("How dear is the ferry?", export.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Lunch should be longer.", export.ToPlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("against", export.ToPlainText(), StringComparison.Ordinal);

        Assert.Equal("What was kept about you, 2 votes and suggestions, is erased.", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText());
        Assert.DoesNotContain("ferry", (await harness.StudentAsync("privacy export", "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("Nothing is kept about you.", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText());
        Assert.Equal(["against"], await harness.RowsAsync("SELECT side FROM votes"));
        Assert.Empty(await harness.RowsAsync("SELECT motion FROM proposals"));
    }
}
