using System.Diagnostics;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

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
    public async Task ABackupWaitsForAnExclusiveLock()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        await using var holder = new SqliteConnection($"Data Source={test.File};Pooling=False");
        await holder.OpenAsync();
        await ExecuteAsync(holder, "CREATE TABLE notes (text TEXT); BEGIN EXCLUSIVE;");

        var backup = Task.Run(() => DatabaseBackup.WriteAsync(test.Connect(), Path.Combine(test.Folder, "backup.db"), CancellationToken.None));
        var isEarly = await Task.WhenAny(backup, Task.Delay(TimeSpan.FromMilliseconds(300))) == backup;
        await ExecuteAsync(holder, "COMMIT;");

        Assert.False(isEarly);
        Assert.Null(await backup);
    }

    [Fact]
    public async Task ABackupNeverOverwrites()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);

        Assert.Equal($"{test.File} exists already. Choose another name.", await DatabaseBackup.WriteAsync(database, test.File, CancellationToken.None));
    }

    [Fact]
    public async Task WithoutADatabaseThereIsNothingToBackUpAndNoneIsMade()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);

        var problem = await DatabaseBackup.WriteAsync(test.Connect(), Path.Combine(test.Folder, "backup.db"), CancellationToken.None);

        Assert.Equal($"There is no database at {test.File}.", problem);
        Assert.Empty(Directory.GetFiles(test.Folder));
    }

    [Fact]
    public async Task ABackupGoesWhenItIsOlderThanItMayBeAndNothingElseDoes()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database, "word");
        var (old, young, other) = (Path.Combine(test.Folder, "old.db"), Path.Combine(test.Folder, "young.db"), Path.Combine(test.Folder, "other.db"));
        Assert.Null(await database.FindBackupsEndAsync(CancellationToken.None));
        foreach (var backup in new[] { old, young, other })
        {
            Assert.Null(await DatabaseBackup.WriteAsync(database, backup, CancellationToken.None));
        }

        var now = new DateTimeOffset(File.GetLastWriteTimeUtc(young));
        File.SetLastWriteTimeUtc(old, (now - TimeSpan.FromDays(31)).UtcDateTime);
        await File.WriteAllTextAsync(other, "no backup any more");
        File.SetLastWriteTimeUtc(other, (now - TimeSpan.FromDays(31)).UtcDateTime);

        Assert.Equal(now + TimeSpan.FromDays(30), await database.FindBackupsEndAsync(CancellationToken.None));
        Assert.Equal([old], await database.DeleteOldBackupsAsync(now, CancellationToken.None));
        Assert.Equal((false, true, true), (File.Exists(old), File.Exists(young), File.Exists(other)));
        Assert.Empty(await database.DeleteOldBackupsAsync(now, CancellationToken.None));
    }

    [Theory]
    [OnPostgreSql(Needs = "pg_dump")]
    public async Task TheCommandThatItNamesForPostgreSqlMakesABackupThatCanBeRestored(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var server = new NpgsqlConnectionStringBuilder(OnPostgreSqlAttribute.Server);
        var name = $"b{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        test.Options.PostgreSql = new NpgsqlConnectionStringBuilder(OnPostgreSqlAttribute.Server) { Database = name }.ConnectionString;
        var database = test.Connect();
        await WriteAsync(database, "before");
        var backup = Path.Combine(test.Folder, "backup.dump");

        var said = await DatabaseBackup.WriteAsync(database, backup, CancellationToken.None);
        await RunAsync(said?[said.IndexOf("pg_dump", StringComparison.Ordinal)..] ?? "");
        await WriteAsync(database, "after");
        await RunAsync($"pg_restore --clean --if-exists --host={server.Host} --port={server.Port} --username={server.Username} --dbname={name} {backup}");

        Assert.Equal(["before"], await database.ReadAsync(session => session.QueryAsync<string>("SELECT name FROM secrets"), CancellationToken.None));
        database.Dispose();
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task RunAsync(string command)
    {
        var words = command.Split(' ');
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{words[0]} did not start.");
        var complaints = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, complaints);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(OnPostgreSqlAttribute.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<int> WriteAsync(Database database, string name) => database.WriteAsync(
        session => session.ExecuteAsync("INSERT INTO secrets (name, value, changed_at) VALUES (@name, '', 0)", new { name }), CancellationToken.None);
}
