using System.Text;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Storage.Tests;

/// <summary>Erased data is gone from the files, even with other writes at the same time.</summary>
public sealed class EraseTests
{
    private const string Word = "unforgettable";

    [Fact]
    public async Task AnErasureDuringAReadIsReportedAndDoneAfterwards()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var database = test.Connect();
        await WriteAsync(database);
        await using var reader = new SqliteConnection($"Data Source={test.File};Pooling=False");
        await reader.OpenAsync();
        await using var reading = reader.BeginTransaction(deferred: true);
        await new SqliteCommand("SELECT count(*) FROM secrets", reader, reading).ExecuteScalarAsync();

        var erasing = Task.Run(() => EraseAsync(database));
        Assert.NotSame(erasing, await Task.WhenAny(erasing, Task.Delay(TimeSpan.FromSeconds(1))));
        Assert.NotEmpty(FilesWith(test.Folder));
        await reading.RollbackAsync();

        Assert.True((await erasing).IsClean);
        Assert.Empty(FilesWith(test.Folder));
    }

    [Fact]
    public async Task TheNextProgramDoesTheWorkOfAKilledOne()
    {
        await using var test = new TestDatabase(TestEngine.Sqlite);
        var killed = test.Connect();
        await WriteAsync(killed);
        await File.WriteAllTextAsync($"{test.File}.scrub", "");
        await killed.WriteAsync(session => session.ExecuteAsync("DELETE FROM secrets"), CancellationToken.None);
        Assert.NotEmpty(FilesWith(test.Folder));

        var next = test.Connect();
        using var service = new DatabaseService(next, new SharedClaims(next, TimeProvider.System), TimeProvider.System, NullLogger<DatabaseService>.Instance);
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
        for (var i = 0; i < 200 && File.Exists($"{test.File}.scrub"); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        await service.StopAsync(CancellationToken.None);
        Assert.Empty(FilesWith(test.Folder));
    }

    private static Task<int> WriteAsync(Database database) => database.WriteAsync(
        session => session.ExecuteAsync("INSERT INTO secrets (name, value, changed_at) VALUES (@Word, @Word, 0)", new { Word }), CancellationToken.None);

    private static Task<(int Result, bool IsClean)> EraseAsync(Database database) =>
        database.EraseAsync(["secrets"], session => session.ExecuteAsync("DELETE FROM secrets"), CancellationToken.None);

    private static List<string> FilesWith(string folder) =>
        [.. Directory.GetFiles(folder).Where(file => Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Word)) >= 0)];

    // Reads a copy: opening and closing the file here would release the database's locks.
    private static byte[] Bytes(string file)
    {
        using var copy = System.Diagnostics.Process.Start("cp", [file, $"{file}.copy-of-test"]);
        copy.WaitForExit();
        if (copy.ExitCode != 0 && !File.Exists(file))
        {
            // SQLite deleted it in the meantime.
            return [];
        }

        var bytes = File.ReadAllBytes($"{file}.copy-of-test");
        File.Delete($"{file}.copy-of-test");
        return bytes;
    }
}
