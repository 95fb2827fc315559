using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Storage.Tests;

/// <summary>A database that is locked, or that accepts connections and never answers, delays nobody for long.</summary>
/// <remarks>Runs alone: it measures time, and closes the connections of other tests.</remarks>
[CollectionDefinition(nameof(SilentDatabaseTests), DisableParallelization = true)]
[Collection(nameof(SilentDatabaseTests))]
public sealed class SilentDatabaseTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    // The time limit of the chat platforms. If thirty callers waited one after the other, it would take thirty times as long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task EverybodyLearnsInTimeThatTheFileIsLocked()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        test.Options.Timeout = Timeout;
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        await using var locker = new SqliteConnection($"Data Source={test.File};Pooling=False");
        await locker.OpenAsync();
        await using var command = new SqliteCommand("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;", locker);
        await command.ExecuteNonQueryAsync();

        await EverybodyIsToldInTimeAsync(database);
        Assert.Equal(DatabaseState.Unavailable, database.State);

        command.CommandText = "ROLLBACK;";
        await command.ExecuteNonQueryAsync();
        Assert.Null(await database.ProbeAsync(CancellationToken.None));
        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task EverybodyLearnsInTimeThatAServerAcceptsAndNeverAnswers()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start(backlog: 500);
        await using var test = new TestDatabase(TestEngine.Sqlite);
        test.Options.Timeout = Timeout;
        test.Options.PostgreSql = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=seminar;Username=bot";

        await EverybodyIsToldInTimeAsync(test.Connect());
    }

    [Theory]
    [OnPostgreSql]
    public async Task EverybodyLearnsInTimeThatAServerStoppedAnsweringAndContinuesWhenItIsBack(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        await using var line = new FreezingLine(new NpgsqlConnectionStringBuilder(test.Options.PostgreSql).Port);
        test.Options.PostgreSql = new NpgsqlConnectionStringBuilder(test.Options.PostgreSql) { Port = line.Port }.ConnectionString;
        test.Options.Timeout = Timeout;
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CountAsync(database)));

        line.Freeze();
        await EverybodyIsToldInTimeAsync(database);

        line.Thaw();
        for (var i = 0; await database.ProbeAsync(CancellationToken.None) is not null && i < 20; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal(0, await CountAsync(database));
    }

    private static async Task EverybodyIsToldInTimeAsync(Database database)
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => TimedAsync(database))));
        Assert.All(waits, wait => Assert.True(wait < Longest, $"Somebody waited {wait}."));

        // The problem is known now, so nobody waits.
        Assert.InRange(await TimedAsync(database), TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    private static async Task<TimeSpan> TimedAsync(Database database)
    {
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => CountAsync(database));
        return watch.Elapsed;
    }

    private static Task<long> CountAsync(Database database) =>
        database.ReadAsync(session => session.ReadFirstAsync<long>("SELECT count(*) FROM secrets"), CancellationToken.None);
}
