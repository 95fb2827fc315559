using Bot.Storage.Engines;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Bot.Storage;

/// <summary>How the database fares.</summary>
public enum DatabaseState
{
    /// <summary>Nobody has opened it: a program that only looks things up never does.</summary>
    Closed,

    /// <summary>It can be used.</summary>
    Open,

    /// <summary>It was opened, or should have been, and cannot be used at the moment.</summary>
    Unavailable,
}

/// <summary>
/// The database: a SQLite file, or PostgreSQL. Safe for many threads. Where it cannot be used, work throws
/// <see cref="DatabaseUnavailableException"/>, within <see cref="StorageOptions.Patience"/> or a little more, and once that is known at once.
/// </summary>
public sealed class Database : IDisposable
{
    // SQLite tells in whole seconds and looks now and then whether they are over; what it says is more precise than that time is up.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestScrub = TimeSpan.FromSeconds(30);

    private readonly IDatabaseEngine engine;
    private readonly BackupList backups;
    private readonly TimeSpan backupsKept;
    private readonly TimeSpan patience;
    private readonly DatabaseThreads threads = new();
    private readonly DatabaseCircuit circuit = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim scrubbing = new(1);
    private readonly Lock gate = new();
    private readonly HashSet<string> toScrub = new(StringComparer.Ordinal);
    private Task<bool>? opening;
    private volatile string? problem;
    private volatile bool isReady;
    private volatile bool wasOpened;

    /// <summary>Makes a database of the options, without opening it.</summary>
    public Database(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (folder, postgreSql) = (options.Value.Folder, options.Value.PostgreSql);
        patience = options.Value.Patience;
        backupsKept = options.Value.BackupsKept;
        backups = new BackupList(Path.GetFullPath(folder));
        engine = postgreSql.Length > 0 ? new PostgreSqlEngine(postgreSql, patience) : new SqliteEngine(folder, patience);
    }

    /// <summary>How it fares, as far as the last piece of work showed.</summary>
    public DatabaseState State => problem is not null ? DatabaseState.Unavailable : isReady ? DatabaseState.Open : DatabaseState.Closed;

    /// <summary>Why it cannot be used, in a sentence; null where nothing is known against it.</summary>
    public string? Problem => problem;

    /// <summary>Where it is, for people.</summary>
    public string Name => engine.Name;

    /// <summary>Whether several replicas can share it.</summary>
    public bool IsShared => engine is PostgreSqlEngine;

    /// <inheritdoc cref="IDatabaseEngine.BackupTool"/>
    internal string? BackupTool(string file) => engine.BackupTool(file);

    /// <inheritdoc cref="IDatabaseEngine.Exposures"/>
    internal IReadOnlyList<string> Exposures() => engine.Exposures();

    /// <summary>Makes it where there is none, and brings it to the form that this version works with.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened now.</exception>
    /// <exception cref="NewerSchemaException">A newer version of the program has changed it.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) =>
        WithinAsync(LongestOpening, _ => Task.FromResult(true)).WaitAsync(cancellationToken);

    /// <summary>Does work that changes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        TryAsync(deadline => ReadOnceAsync(work, deadline), cancellationToken);

    /// <summary>Does work in one transaction: all of it or nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">
    /// It could not be done; or the connection broke while it was being confirmed, and it may have been done. Work must bear repeating.
    /// </exception>
    /// <exception cref="OperationCanceledException">Whoever asked no longer waits for it. It may have been done.</exception>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        TryAsync(deadline => WriteOnceAsync(work, deadline), cancellationToken);

    /// <summary>Does work that deletes what nobody may find again, and takes it out of the database's files too.</summary>
    /// <param name="tables">The tables that it deletes from.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What the work returned, and whether the files are clean; if not, <see cref="DatabaseService"/> goes on with that.</returns>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public async Task<(T Result, bool IsClean)> EraseAsync<T>(
        IReadOnlyList<string> tables, Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        // Noted before anything is deleted: the next program goes on where this one is killed.
        var result = await WriteAsync(
            session =>
            {
                engine.NoteScrub();
                return work(session);
            },
            cancellationToken);
        lock (gate)
        {
            toScrub.UnionWith(tables);
        }

        return (result, await ScrubAsync(cancellationToken));
    }

    /// <summary>Until when a backup that the program made may hold what the database holds now; null where it knows of none.</summary>
    public async Task<DateTimeOffset?> BackupsEndAsync(CancellationToken cancellationToken) => await backups.NewestAsync(cancellationToken) + backupsKept;

    /// <summary>Tries whether it can be used.</summary>
    /// <returns>Why it cannot; null where it can.</returns>
    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WithinAsync(patience, deadline => ReadOnceAsync(session => session.FirstAsync<long>("SELECT count(*) FROM secrets"), deadline))
                .WaitAsync(cancellationToken);
            await circuit.CloseAsync();
            return null;
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }

    /// <summary>Lets go of its connections.</summary>
    public void Dispose()
    {
        engine.Forget();
        threads.Dispose();
        writing.Dispose();
        scrubbing.Dispose();
    }

    /// <summary>Takes what was deleted out of the files, where that is still to be done.</summary>
    /// <returns>Whether they are clean.</returns>
    internal async Task<bool> ScrubAsync(CancellationToken cancellationToken)
    {
        await scrubbing.WaitAsync(cancellationToken);
        try
        {
            string[] tables;
            lock (gate)
            {
                tables = [.. toScrub];
                toScrub.Clear();
            }

            if ((tables.Length > 0 || engine.IsScrubDue) && !await TryScrubAsync(tables))
            {
                lock (gate)
                {
                    toScrub.UnionWith(tables);
                }

                return false;
            }

            return true;
        }
        finally
        {
            scrubbing.Release();
        }
    }

    /// <summary>Deletes the backups that are older than they may be.</summary>
    /// <returns>Those that are gone.</returns>
    internal Task<IReadOnlyList<string>> DeleteOldBackupsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        backups.DeleteOlderAsync(now - backupsKept, cancellationToken);

    private async Task<bool> TryScrubAsync(IReadOnlyList<string> tables)
    {
        try
        {
            return await WithinAsync(LongestScrub, async deadline =>
            {
                await writing.WaitAsync(deadline);
                try
                {
                    await engine.ScrubAsync(tables, deadline);
                    return true;
                }
                finally
                {
                    writing.Release();
                }
            });
        }
        catch (DatabaseUnavailableException)
        {
            // It is tried again; the database's own service says what is wrong.
            return false;
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken deadline)
    {
        await using var connection = await engine.OpenAsync(deadline);
        return await work(new Session(connection, deadline));
    }

    private async Task<T> WriteOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken deadline)
    {
        // A file takes one writer at a time. In line here nobody holds a thread, and everybody has their turn.
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
            return await circuit.RunAsync(() => WithinAsync(patience, work)).WaitAsync(cancellationToken);
        }
        catch (BrokenCircuitException resting)
        {
            throw new DatabaseUnavailableException(problem ?? DoesNotAnswer, resting);
        }
    }

    // Work that does not look at its token is left behind; its thread is the database's own.
    private async Task<T> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await threads.RunAsync(() => GuardAsync(time, work))
                .WaitAsync(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)) + Grace, TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            problem = DoesNotAnswer;
            throw new DatabaseUnavailableException(DoesNotAnswer, late);
        }
    }

    private async Task<T> GuardAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        // What is cancelled may ask the server first and wait for it, as Npgsql does. That holds a thread of the database's own, never one of
        // the pool's: timers need those to tell everybody in time.
        using var deadline = new CancellationTokenSource();
        await using var timer = TimeProvider.System.CreateTimer(_ => threads.RunAsync(() => CancelAsync(deadline)), null, time, Timeout.InfiniteTimeSpan);
        try
        {
            await OpenOnceAsync(deadline.Token);
            var result = await work(deadline.Token);
            problem = null;
            return result;
        }
        catch (NewerSchemaException newer)
        {
            problem = newer.Message;
            throw;
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested)
        {
            problem = DoesNotAnswer;
            throw new DatabaseUnavailableException(DoesNotAnswer, late);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && engine.Explain(Cause(fault)) is { } why)
        {
            problem = why;

            // When it is back it may be another file, or one that another version has changed.
            isReady = false;
            engine.Forget();
            throw new DatabaseUnavailableException(why, fault);
        }
    }

    private static Task<bool> CancelAsync(CancellationTokenSource deadline)
    {
        try
        {
            deadline.Cancel();
            return Task.FromResult(true);
        }
        catch (ObjectDisposedException)
        {
            // The work ended meanwhile.
            return Task.FromResult(false);
        }
    }

    // One opens it for all who come meanwhile.
    private async Task OpenOnceAsync(CancellationToken deadline)
    {
        if (isReady)
        {
            return;
        }

        Task<bool> opened;
        lock (gate)
        {
            opened = opening is { IsCompleted: false } ? opening : opening = threads.RunAsync(OpenAnewAsync);
        }

        await opened.WaitAsync(deadline);
    }

    private async Task<bool> OpenAnewAsync()
    {
        if (isReady)
        {
            return true;
        }

        using var deadline = new CancellationTokenSource(LongestOpening, TimeProvider.System);

        // What has vanished is not made anew: an empty database would post everything again.
        if (!wasOpened)
        {
            await engine.CreateAsync(deadline.Token);
        }

        await Migrations.ApplyAsync(engine, deadline.Token);
        (wasOpened, isReady) = (true, true);
        return true;
    }

    private string DoesNotAnswer => $"The database {engine.Name} does not answer in time. It is tried again.";

    private static Exception Cause(Exception fault) =>
        fault is AggregateException { InnerException: { } inner } ? Cause(inner) : fault;
}
