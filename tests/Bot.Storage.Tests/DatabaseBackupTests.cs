using Bot.Testing;

namespace Bot.Storage.Tests;

public sealed class DatabaseBackupTests
{
    [Fact]
    public async Task ABackupOfADatabaseInUseIsRestoredByPuttingItInItsPlace()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        await using var restored = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database, "before");
        var backup = Path.Combine(test.Folder, "backup.db");

        Assert.Null(await DatabaseBackup.WriteAsync(database, backup, CancellationToken.None));
        await WriteAsync(database, "after");
        File.Copy(backup, restored.File);

        Assert.Equal(["before"], await restored.Connect().ReadAsync(session => session.QueryAsync<string>("SELECT name FROM secrets"), CancellationToken.None));
    }

    [Fact]
    public async Task ABackupNeverOverwrites()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);

        Assert.Equal($"{test.File} is there already. Name a file that is not.", await DatabaseBackup.WriteAsync(database, test.File, CancellationToken.None));
    }

    [Fact]
    public async Task WithoutADatabaseThereIsNothingToBackUpAndNoneIsMade()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);

        var problem = await DatabaseBackup.WriteAsync(test.Connect(), Path.Combine(test.Folder, "backup.db"), CancellationToken.None);

        Assert.Equal($"There is no database at {test.File}.", problem);
        Assert.Empty(Directory.GetFiles(test.Folder));
    }

    private static Task<int> WriteAsync(Database database, string name) => database.WriteAsync(
        session => session.ExecuteAsync("INSERT INTO secrets (name, value, changed_at) VALUES (@name, '', 0)", new { name }), CancellationToken.None);
}
