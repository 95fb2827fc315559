using Bot.Testing;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests;

public sealed class DatabaseTests
{
    private const string Insert = "INSERT INTO secrets (name, value, changed_at) VALUES (@name, @value, 0)";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AnotherProgramReadsTheWrittenValue(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);

        await WriteAsync(test.Connect(), "token", "¶ – “quoted”");

        Assert.Equal("¶ – “quoted”", await ValueAsync(test.Connect(), "token"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task WorkThatThrowsLeavesNothingBehind(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var database = test.Connect();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            async session =>
            {
                await session.ExecuteAsync(Insert, new { name = "half", value = "x" });
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Null(await ValueAsync(database, "half"));
        Assert.Equal(DatabaseState.Open, database.State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ProgramsThatStartTogetherMigrateOnce(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => test.Connect().OpenAsync(CancellationToken.None))));

        var scripts = await test.Connect().ReadAsync(
            session => session.QueryAsync<string>("SELECT scriptname FROM schemaversions ORDER BY scriptname"), CancellationToken.None);
        Assert.Equal(Migrations.All.Select(script => script.Name), scripts);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ANewerSchemaRefusesToOpenInAClearSentence(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        await test.Connect().WriteAsync(
            session => session.ExecuteAsync("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999-tomorrow', @now)", new { now = DateTime.UnixEpoch }),
            CancellationToken.None);

        var newer = await Assert.ThrowsAsync<NewerSchemaException>(() => test.Connect().OpenAsync(CancellationToken.None));

        Assert.Contains("was changed by a newer version of the program (9999-tomorrow).", newer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ManyWritersLoseNothing(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var databases = new[] { test.Connect(), test.Connect(), test.Connect() };
        await databases[0].OpenAsync(CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => WriteAsync(databases[i % 3], $"n{i}", "x"))));

        Assert.Equal(120, await databases[0].ReadAsync(session => session.ReadFirstAsync<long>("SELECT count(*) FROM secrets"), CancellationToken.None));
    }

    [Fact]
    public async Task AMissingDatabaseFileIsReportedAndNotRecreatedAndWorksAgainWhenItIsBack()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database, "kept", "yes");

        File.Move(test.File, $"{test.File}.away");
        var gone = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => WriteAsync(database, "lost", "no"));
        Assert.Contains("is gone. Put it back", gone.Message, StringComparison.Ordinal);
        Assert.Equal((DatabaseState.Unavailable, false), (database.State, File.Exists(test.File)));
        Assert.Equal(gone.Message, await database.ProbeAsync(CancellationToken.None));

        File.Move($"{test.File}.away", test.File);
        Assert.Null(await database.ProbeAsync(CancellationToken.None));
        Assert.Equal("yes", await ValueAsync(database, "kept"));
        Assert.Equal(DatabaseState.Open, database.State);
    }

    [Fact]
    public async Task ALockedFileIsReportedAndWorksAgainWhenItIsFree()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        test.Options.Timeout = TimeSpan.FromMilliseconds(100);
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);

        await using (var other = new SqliteConnection($"Data Source={test.File};Pooling=False"))
        {
            await other.OpenAsync();
            await using var holds = await other.BeginTransactionAsync();
            var locked = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => WriteAsync(database, "a", "b"));
            Assert.Contains("is locked by another program", locked.Message, StringComparison.Ordinal);
        }

        await WriteAsync(database, "a", "b");
        Assert.Equal("b", await ValueAsync(database, "a"));
    }

    [Fact]
    public async Task ADamagedFileIsReported()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        await File.WriteAllTextAsync(test.File, new string('x', 8192));

        var damaged = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => test.Connect().OpenAsync(CancellationToken.None));

        Assert.Contains("is damaged. Restore a backup.", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFullDiskIsReportedAndWorksAgainWhenThereIsSpace()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database, "kept", "yes");

        // A connection whose file cannot grow reports the same error as a full disk.
        var full = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("PRAGMA max_page_count = 1");
                return await session.ExecuteAsync(Insert, new { name = "large", value = new string('x', 1_000_000) });
            },
            CancellationToken.None));
        Assert.Contains("is full. Free some space on it.", full.Message, StringComparison.Ordinal);

        await WriteAsync(database, "large", new string('x', 1_000_000));
        Assert.Equal("yes", await ValueAsync(database, "kept"));
    }

    [Fact]
    public async Task AReadOnlyFileIsStillReadAndSaysSoWhenItIsWritten()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database, "kept", "yes");

        // A superuser can write to any file, so the tests open the database as read-only.
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.ReadAsync(
            async session =>
            {
                await session.ExecuteAsync("PRAGMA query_only = 1");
                return await session.ExecuteAsync(Insert, new { name = "a", value = "b" });
            },
            CancellationToken.None));

        Assert.Contains("is read-only.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("yes", await ValueAsync(database, "kept"));
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsReportedWithoutItsPassword()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        test.Options.PostgreSql = "Host=127.0.0.1;Port=9;Database=seminar;Username=bot;Password=hush";

        var silent = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => test.Connect().OpenAsync(CancellationToken.None));

        Assert.Equal("The database seminar on 127.0.0.1 does not answer. It will be tried again.", silent.Message);
    }

    [Fact]
    public async Task ADatabaseThatNobodyUsesIsNotMade()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);

        Assert.Equal(DatabaseState.Closed, test.Connect().State);
        Assert.False(File.Exists(test.File));
    }

    private static Task<int> WriteAsync(Database database, string name, string value) =>
        database.WriteAsync(session => session.ExecuteAsync(Insert, new { name, value }), CancellationToken.None);

    private static Task<string?> ValueAsync(Database database, string name) => database.ReadAsync(
        session => session.ReadFirstAsync<string>("SELECT value FROM secrets WHERE name = @name", new { name }), CancellationToken.None);
}
