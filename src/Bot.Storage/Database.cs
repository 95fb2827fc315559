using Bot.Storage.Engines;
using Microsoft.Extensions.Options;

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
/// <see cref="DatabaseUnavailableException"/>, and the next piece of work tries again.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly IDatabaseEngine engine;
    private readonly SemaphoreSlim opening = new(1);
    private volatile string? problem;
    private volatile bool isReady;
    private volatile bool wasOpened;

    /// <summary>Makes a database of the options, without opening it.</summary>
    public Database(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (folder, postgreSql, patience) = (options.Value.Folder, options.Value.PostgreSql, options.Value.Patience);
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

    /// <summary>Makes it where there is none, and brings it to the form that this version works with.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened now.</exception>
    /// <exception cref="NewerSchemaException">A newer version of the program has changed it.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => GuardAsync(() => OpenOnceAsync(cancellationToken));

    /// <summary>Does work that changes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await OpenOnceAsync(cancellationToken);
        await using var connection = await engine.OpenAsync(cancellationToken);
        return await work(new Session(connection, cancellationToken));
    });

    /// <summary>Does work in one transaction: all of it or nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">
    /// It could not be done; or the connection broke while it was being confirmed, and it may have been done. Work must bear repeating.
    /// </exception>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await OpenOnceAsync(cancellationToken);
        await using var connection = await engine.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new Session(connection, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
    });

    /// <summary>Tries whether it can be used.</summary>
    /// <returns>Why it cannot; null where it can.</returns>
    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync<string?>(async session => await session.FirstAsync<long>("SELECT count(*) FROM secrets") < 0 ? "" : null, cancellationToken);
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
        opening.Dispose();
    }

    private async Task<bool> OpenOnceAsync(CancellationToken cancellationToken)
    {
        if (isReady)
        {
            return true;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            if (!isReady)
            {
                // What has vanished is not made anew: an empty database would post everything again.
                if (!wasOpened)
                {
                    await engine.CreateAsync(cancellationToken);
                }

                await Migrations.ApplyAsync(engine, cancellationToken);
                (wasOpened, isReady) = (true, true);
            }

            return true;
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            var result = await work();
            problem = null;
            return result;
        }
        catch (NewerSchemaException newer)
        {
            problem = newer.Message;
            throw;
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

    private static Exception Cause(Exception fault) =>
        fault is AggregateException { InnerException: { } inner } ? Cause(inner) : fault;
}
