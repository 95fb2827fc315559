using Microsoft.Data.Sqlite;

namespace Bot.Seminar.Tests;

/// <summary>Locks a SQLite file, so that the program can neither read nor write it.</summary>
internal static class DatabaseLock
{
    /// <summary>Locks the file until the connection is disposed.</summary>
    public static async Task<SqliteConnection> TakeAsync(string file)
    {
        SqliteConnection.ClearAllPools();
        var locker = new SqliteConnection($"Data Source={file};Pooling=False");
        await locker.OpenAsync();
        await using var command = locker.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;";
        await command.ExecuteNonQueryAsync();
        return locker;
    }
}
