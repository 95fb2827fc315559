using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Engines;

/// <summary>The engine for a SQLite file. Readers do not wait for the writer (WAL), and a commit is on the disk when it returns.</summary>
internal sealed class SqliteEngine(string folder, TimeSpan timeout) : IDatabaseEngine
{
    public const string FileName = "bot.db";

    // Deleted data is overwritten, and temporary data stays off the disk.
    private const string Discreet = "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";

    private static readonly TimeSpan CheckpointRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    private readonly string file = Path.Combine(Path.GetFullPath(folder), FileName);

    public string Name => file;

    private string ScrubNote => $"{file}.scrub";

    public string? NameBackupTool(string file) => null;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // An open connection would keep writing to a deleted file, and those writes would be lost.
        if (!File.Exists(file))
        {
            Forget();
            throw new FileNotFoundException("The file of the database is gone.", file);
        }

        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, Discreet, cancellationToken);
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
        OwnerOnly.MakeFolder(Path.GetDirectoryName(file) ?? "");
        OwnerOnly.MakeFile(file);
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL;", cancellationToken);
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return OwnerOnly.Open($"{file}.lock", FileMode.OpenOrCreate);
            }
            catch (IOException) when (File.Exists($"{file}.lock"))
            {
                // Another program holds the lock.
                await Task.Delay(LockRetry, TimeProvider.System, cancellationToken);
            }
        }
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(ConnectionString);

    public string? Explain(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"The database {file} is gone. Put it back, or restore a backup.",
        UnauthorizedAccessException => $"The program has no permission to open the database {file}. Let the program read and write it.",
        SqliteException sqlite => Explain(sqlite),
        IOException disk => $"The database {file} cannot be read: {disk.Message}",
        _ => null,
    };

    // The file is rewritten, because pages and the free space in them can contain deleted data. Temporary copies stay in memory, and the journal is emptied
    // as soon as nobody reads an older state from it.
    public async Task ScrubAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"{Discreet} VACUUM;", cancellationToken);
        await using var truncate = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE);", connection);
        while (await truncate.ExecuteScalarAsync(cancellationToken) is not 0L)
        {
            await Task.Delay(CheckpointRetry, TimeProvider.System, cancellationToken);
        }

        File.Delete(ScrubNote);
    }

    public void NoteScrub() => OwnerOnly.MakeFile(ScrubNote);

    public bool IsScrubDue => File.Exists(ScrubNote);

    public IReadOnlyList<string> FindExposures() =>
        [.. new[] { Path.GetDirectoryName(file) ?? "", file, $"{file}-wal", $"{file}-shm" }.Select(OwnerOnly.FindExposure).OfType<string>()];

    // Only connections to this file; those to other files stay.
    public void Forget()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // The primary result codes of https://sqlite.org/rescode.html
    private string? Explain(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => $"The database {file} is locked by another program. It will be tried again.",
        8 => $"The database {file} is read-only. Let the program write to it and to its folder.",
        10 => $"The disk under the database {file} has read or write errors.",
        11 or 26 => $"The database {file} is damaged. Restore a backup.",
        13 => $"The disk under the database {file} is full. Free some space on it.",
        14 => $"The database {file} cannot be opened. Check that it exists and that the program can write to it and to its folder.",
        _ => null,
    };

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(timeout.TotalSeconds)),
    }.ToString();
}
