using Bot.Storage.Engines;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Bot.Storage;

/// <summary>
/// The database: a SQLite file, or PostgreSQL. Thread-safe. If it cannot be used, work throws <see cref="DatabaseUnavailableException"/>, within
/// <see cref="StorageOptions.Timeout"/> or a little more, and at once if it is known to be down.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly IDatabaseEngine engine;
    private readonly BackupList backups;
    private readonly TimeSpan backupsKept;
    private readonly TimeSpan timeout;
    private readonly DatabaseThreads threads = new();
    private readonly DatabaseCircuit circuit = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly DatabaseOpening opening;
    private readonly DatabaseGuard guard;
    private readonly DatabaseScrub scrub;

    /// <summary>Creates a database from the options, without opening it.</summary>
    public Database(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (folder, postgreSql) = (options.Value.Folder, options.Value.PostgreSql);
        timeout = options.Value.Timeout;
        backupsKept = options.Value.BackupsKept;
        backups = new BackupList(Path.GetFullPath(folder));
        engine = postgreSql.Length > 0 ? new PostgreSqlEngine(postgreSql, timeout) : new SqliteEngine(folder, timeout);
        opening = new DatabaseOpening(engine, threads);
        guard = new DatabaseGuard(engine, threads, opening);
        scrub = new DatabaseScrub(engine, guard, writing);
    }

    /// <summary>Whether it can be used, according to the last operation.</summary>
    public DatabaseState State => Problem is not null ? DatabaseState.Unavailable : opening.IsReady ? DatabaseState.Open : DatabaseState.Closed;

    /// <summary>Why it cannot be used, in a sentence; null if no problem is known.</summary>
    public string? Problem => guard.Problem;

    /// <summary>Its location, as a text for messages.</summary>
    public string Name => engine.Name;

    /// <summary>Whether several replicas can share it.</summary>
    public bool IsShared => engine is PostgreSqlEngine;

    /// <inheritdoc cref="IDatabaseEngine.NameBackupTool"/>
    internal string? NameBackupTool(string file) => engine.NameBackupTool(file);

    /// <inheritdoc cref="IDatabaseEngine.FindExposures"/>
    internal IReadOnlyList<string> FindExposures() => engine.FindExposures();

    /// <summary>Creates it if there is none, and migrates it to this version.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened now.</exception>
    /// <exception cref="NewerSchemaException">A newer version of the program has changed it.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) =>
        guard.RunAsync(DatabaseOpening.Timeout, _ => Task.FromResult(true)).WaitAsync(cancellationToken);

    /// <summary>Does work that changes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        TryAsync(deadline => ReadOnceAsync(work, deadline), cancellationToken);

    /// <summary>Does work in one transaction: all of it or nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">
    /// It could not be done; or the connection broke during the commit, and it may have been done. Work must be safe to repeat.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits for it. It may have been done.</exception>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        TryAsync(deadline => WriteOnceAsync(work, deadline), cancellationToken);

    /// <summary>Does work that deletes data, and also removes the deleted data from the database's files.</summary>
    /// <param name="tables">The tables that it deletes from.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>What the work returned, and whether the files are clean; if not, <see cref="DatabaseService"/> retries.</returns>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public async Task<(T Result, bool IsClean)> EraseAsync<T>(
        IReadOnlyList<string> tables, Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        // Recorded before anything is deleted: if this process is killed, the next one continues.
        var result = await WriteAsync(
            session =>
            {
                engine.NoteScrub();
                return work(session);
            },
            cancellationToken);
        scrub.Add(tables);
        return (result, await ScrubAsync(cancellationToken));
    }

    /// <summary>Until when a backup of the program may contain the current data; null if there is no backup.</summary>
    public async Task<DateTimeOffset?> FindBackupsEndAsync(CancellationToken cancellationToken) =>
        await backups.FindNewestAsync(cancellationToken) + backupsKept;

    /// <summary>Tests whether it can be used.</summary>
    /// <returns>Why it cannot; null if it can.</returns>
    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await guard.RunAsync(timeout, deadline => ReadOnceAsync(session => session.ReadFirstAsync<long>("SELECT count(*) FROM secrets"), deadline))
                .WaitAsync(cancellationToken);
            await circuit.CloseAsync();
            return null;
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose()
    {
        engine.Forget();
        threads.Dispose();
        writing.Dispose();
        scrub.Dispose();
    }

    /// <summary>Removes deleted data from the files, if that is not done yet.</summary>
    /// <returns>Whether they are clean.</returns>
    internal Task<bool> ScrubAsync(CancellationToken cancellationToken) => scrub.RunAsync(cancellationToken);

    /// <summary>Deletes the backups that are too old.</summary>
    /// <returns>The deleted backups.</returns>
    internal Task<IReadOnlyList<string>> DeleteOldBackupsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        backups.DeleteOlderAsync(now - backupsKept, cancellationToken);

    private async Task<T> ReadOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken deadline)
    {
        await using var connection = await engine.OpenAsync(deadline);
        return await work(new Session(connection, deadline));
    }

    private async Task<T> WriteOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken deadline)
    {
        // A file allows one writer at a time. Waiting here blocks no thread, and keeps the order.
        if (!IsShared)
        {
            await writing.WaitAsync(deadline);
        }

        try
        {
            await using var connection = await engine.OpenAsync(deadline);
            await using var transaction = await connection.BeginTransactionAsync(deadline);
            var result = await work(new Session(connection, deadline));
            await transaction.CommitAsync(deadline);
            return result;
        }
        finally
        {
            if (!IsShared)
            {
                writing.Release();
            }
        }
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await circuit.RunAsync(() => guard.RunAsync(timeout, work)).WaitAsync(cancellationToken);
        }
        catch (BrokenCircuitException resting)
        {
            throw new DatabaseUnavailableException(Problem ?? guard.DoesNotAnswer, resting);
        }
    }
}
