using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Engines;

/// <summary>A file. Readers do not wait for the writer (WAL), and a commit is on the disk when it returns.</summary>
internal sealed class SqliteEngine(string folder, TimeSpan patience) : IDatabaseEngine
{
    public const string FileName = "bot.db";

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    private readonly string file = Path.Combine(Path.GetFullPath(folder), FileName);

    public string Name => file;

    public string? BackupTool(string file) => null;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // A connection that is kept open would go on writing to a file that is no longer there, and those writes would be lost.
        if (!File.Exists(file))
        {
            Forget();
            throw new FileNotFoundException("The file of the database is gone.", file);
        }

        var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite));
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
        await using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{file}.lock"))
            {
                // Another program is at it.
                await Task.Delay(LockRetry, cancellationToken);
            }
        }
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(ConnectionString(SqliteOpenMode.ReadWrite));

    public string? Explain(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"The database {file} is gone. Put it back, or restore a backup.",
        UnauthorizedAccessException => $"The database {file} may not be opened. Let the program read and write it.",
        SqliteException sqlite => Explain(sqlite),
        IOException disk => $"The database {file} cannot be read: {disk.Message}",
        _ => null,
    };

    public void Forget() => SqliteConnection.ClearAllPools();

    // The primary result codes of https://sqlite.org/rescode.html
    private string? Explain(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => $"The database {file} is locked by another program. It is tried again.",
        8 => $"The database {file} is read-only. Let the program write to it and to its folder.",
        10 => $"The disk under the database {file} fails to read or write.",
        11 or 26 => $"The database {file} is damaged. Restore a backup.",
        13 => $"The disk under the database {file} is full. Make room on it.",
        14 => $"The database {file} cannot be opened. See that it is there and that the program may write to it and to its folder.",
        _ => null,
    };

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds)),
    }.ToString();
}
