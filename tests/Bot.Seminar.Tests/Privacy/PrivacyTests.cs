using System.Text;
using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Storage;
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

        Assert.StartsWith("2 entries about you were erased.", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", (await harness.StudentAsync("privacy export", "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is stored about you.", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(["against"], await harness.RowsAsync("SELECT side FROM votes"));
        Assert.Empty(await harness.RowsAsync("SELECT motion FROM proposals"));
    }

    [Theory]
    [OnSqlite]
    public async Task NoFileOfTheDataFolderHoldsTheWordsAfterwards(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        for (var i = 0; i < 40; i++)
        {
            // Rows between the remaining ones, so that pages of the table are split and merged.
            await harness.StudentAsync($"debate suggest Xylophone {i} lessons should be free for everyone in town.", i % 10 == 0 ? "maria" : $"other {i}");
            await harness.TeacherAsync("settings replies:channel");
        }

        await harness.StudentAsync("debate suggest Zeppelin flights should be forbidden.", "maria");
        Assert.NotEmpty(FilesWith("Zeppelin", harness.Test.Folder));

        var reply = await harness.StudentAsync("privacy forget", "maria");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Empty(FilesWith("Zeppelin", harness.Test.Folder));
        Assert.Empty(FilesWith("Xylophone 10 ", harness.Test.Folder));
        Assert.NotEmpty(FilesWith("Xylophone 5 ", harness.Test.Folder));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AMotionThatWaitsToBeDebatedIsForgottenToo(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var suggested = await harness.StudentAsync("debate suggest Lunch should be longer.", "maria");
        await harness.PressAsync(suggested.Choices.First(), "teacher", isTeacher: true);

        await harness.StudentAsync("privacy forget", "maria");

        Assert.Empty(await harness.RowsAsync("SELECT motion FROM proposals"));
    }

    [Theory]
    [OnSqlite]
    public async Task TheReplySaysUntilWhenABackupMayHoldTheWords(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.StudentAsync("debate suggest Zeppelin flights should be forbidden.", "maria");
        var backup = Path.Combine(harness.Test.Folder, "backup.db");
        Assert.Null(await DatabaseBackup.WriteAsync(harness.Database, backup, CancellationToken.None));
        File.SetLastWriteTimeUtc(backup, new DateTime(2026, 9, 1, 6, 0, 0, DateTimeKind.Utc));

        var reply = await harness.StudentAsync("privacy forget", "maria");

        Assert.Contains("A backup may contain this data until 1 October 2026; then I delete it.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal([backup], FilesWith("Zeppelin", harness.Test.Folder));
    }

    [Theory]
    [OnSqlite]
    public async Task ABackupThatIsMadeAfterwardsHoldsNothingOfIt(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.StudentAsync("debate suggest Zeppelin flights should be forbidden.", "maria");

        var reply = await harness.StudentAsync("privacy forget", "maria");
        await DatabaseBackup.WriteAsync(harness.Database, Path.Combine(harness.Test.Folder, "backup.db"), CancellationToken.None);

        Assert.Contains("None of my backups contains it.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(FilesWith("Zeppelin", harness.Test.Folder));
    }

    [Theory]
    [OnPostgreSql]
    public async Task OnAServerTheReplySaysWhereBackupsAre(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);

        Assert.Contains("The person who runs me may have backups", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText(), StringComparison.Ordinal);
    }

    // Searches the bytes of every file, as a person with access to the disk could.
    private static List<string> FilesWith(string words, string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)];

    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (FileNotFoundException)
        {
            // SQLite deleted it in the meantime.
            return [];
        }
    }
}
