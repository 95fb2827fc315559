using Bot.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>Copies a database that may be in use.</summary>
public static class DatabaseBackup
{
    // Another process can lock the database for a moment when it closes it, or opens it after a crash.
    private const string BusyTimeout = "PRAGMA busy_timeout = 5000;";

    /// <summary>Writes a complete copy into a file, which can replace the database.</summary>
    /// <param name="database">The database; it must be a file.</param>
    /// <param name="file">The path of the copy; it must not exist.</param>
    /// <param name="cancellationToken">Cancels the work before the copy is in its place.</param>
    /// <returns>Why there is no copy and what to do; null if there is one.</returns>
    public static async Task<string?> WriteAsync(Database database, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.NameBackupTool(file) is { } command)
        {
            return $"PostgreSQL has its own tool for that, which asks for the password: {command}";
        }

        if (!File.Exists(database.Name))
        {
            return $"There is no database at {database.Name}.";
        }

        if (Path.Exists(file))
        {
            return $"{file} exists already. Choose another name.";
        }

        if (file.Contains('\n', StringComparison.Ordinal))
        {
            return "The name of the file must not contain a line break.";
        }

        // An incomplete copy must not look like a backup.
        var unfinished = $"{file}.unfinished";
        try
        {
            File.Delete(unfinished);
            OwnerOnly.MakeFile(unfinished);
            await CopyAsync(database.Name, unfinished, cancellationToken);
            await new BackupList(Path.GetDirectoryName(database.Name) ?? "").AddAsync(file, cancellationToken);
            File.Move(unfinished, file);
            return null;
        }
        catch (Exception failed) when (failed is SqliteException or IOException or UnauthorizedAccessException)
        {
            return $"The backup could not be written: {failed.Message}";
        }
    }

    // Copies only the contents of the tables, because freed pages can still contain erased data.
    private static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = new SqliteConnection(Of(from, SqliteOpenMode.ReadOnly));
        await source.OpenAsync(cancellationToken);
        await ExecuteAsync(source, BusyTimeout, cancellationToken);
        await using var copy = new SqliteCommand("VACUUM INTO @to", source);
        copy.Parameters.AddWithValue("@to", to);
        await copy.ExecuteNonQueryAsync(cancellationToken);

        await using var target = new SqliteConnection(Of(to, SqliteOpenMode.ReadWrite));
        await target.OpenAsync(cancellationToken);
        await ExecuteAsync(target, $"PRAGMA application_id = {BackupList.Mark}; PRAGMA integrity_check;", cancellationToken);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Of(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();
}
