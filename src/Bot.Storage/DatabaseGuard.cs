using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>Gives each piece of work a deadline and threads that are not the pool's, and turns its failures into sentences.</summary>
internal sealed class DatabaseGuard(IDatabaseEngine engine, DatabaseThreads threads, DatabaseOpening opening)
{
    // SQLite tells in whole seconds and looks now and then whether they are over; what it says is more precise than that time is up.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private volatile string? problem;

    /// <summary>Why the last piece of work failed, in a sentence; null where it did not.</summary>
    public string? Problem => problem;

    /// <summary>What is said of a database that does not answer.</summary>
    public string DoesNotAnswer => $"The database {engine.Name} does not answer in time. It is tried again.";

    /// <summary>Does work, and opens the database first where that is still to be done.</summary>
    /// <param name="time">How long both together may take. Work that does not look at its token is left behind then.</param>
    /// <param name="work">The work; its token is cancelled when the time is over.</param>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public async Task<T> RunAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await threads.RunAsync(() => WorkAsync(time, work))
                .WaitAsync(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)) + Grace, TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            throw Silent(late);
        }
    }

    private async Task<T> WorkAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        // Cancelling may ask the server first and wait for it, as Npgsql does. That takes a thread of the database's own, never one of the
        // pool's: timers need those to end the waiting of all others in time.
        using var deadline = new CancellationTokenSource();
        await using var timer = TimeProvider.System.CreateTimer(_ => threads.RunAsync(() => CancelAsync(deadline)), null, time, Timeout.InfiniteTimeSpan);
        try
        {
            await opening.EnsureAsync(deadline.Token);
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
            throw Silent(late);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && engine.Explain(Cause(fault)) is { } why)
        {
            problem = why;
            opening.Reset();
            throw new DatabaseUnavailableException(why, fault);
        }
    }

    private DatabaseUnavailableException Silent(Exception late)
    {
        problem = DoesNotAnswer;
        return new DatabaseUnavailableException(DoesNotAnswer, late);
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

    private static Exception Cause(Exception fault) =>
        fault is AggregateException { InnerException: { } inner } ? Cause(inner) : fault;
}
