using System.Runtime.Versioning;
using Bot.Testing;

namespace Bot.Storage.Tests;

/// <summary>These files contain the key of the vote hashes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FilePermissionTests
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    [Fact]
    public async Task NobodyButTheProgramsUserReadsTheDatabaseItsJournalAndItsBackups()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        test.Options.Folder = Path.Combine(test.Folder, "data");
        var database = test.Connect();
        await database.WriteAsync(session => session.ExecuteAsync("INSERT INTO secrets (name, value, changed_at) VALUES ('a', 'b', 0)"), CancellationToken.None);
        await DatabaseBackup.WriteAsync(database, Path.Combine(test.Options.Folder, "backup.db"), CancellationToken.None);

        Assert.Equal(OwnFolder, File.GetUnixFileMode(test.Options.Folder));
        var files = Directory.GetFiles(test.Options.Folder);
        Assert.Contains(files, file => file.EndsWith("bot.db-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.GetUnixFileMode(file) == OwnFile, $"{file} is {File.GetUnixFileMode(file)}"));
    }

    [Fact]
    public async Task ReadableFilesAreReportedWithTheCommandThatProtectsThem()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);
        Assert.DoesNotContain(database.FindExposures(), said => said.Contains(test.File, StringComparison.Ordinal));

        File.SetUnixFileMode(test.File, OwnFile | UnixFileMode.OtherRead);

        Assert.Contains($"Other users of this machine can access {test.File}. To prevent this: chmod 600 '{test.File}'", database.FindExposures());
    }
}
