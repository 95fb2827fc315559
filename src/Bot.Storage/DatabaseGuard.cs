using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>Gives each operation a deadline and a thread outside the pool, and explains its failures in sentences.</summary>
internal sealed class DatabaseGuard(IDatabaseEngine engine, DatabaseThreads threads, DatabaseOpening opening)
{
    // SQLite counts its timeout in whole seconds and checks it only from time to time; its own error says more than our timeout.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private volatile string? problem;

    /// <summary>Why the last operation failed, in a sentence; null if it did not.</summary>
    public string? Problem => problem;

    /// <summary>The sentence about a database that does not answer.</summary>
    public string DoesNotAnswer => $"The database {engine.Name} does not answer in time. It will be tried again.";

    /// <summary>Does work, and opens the database first if it is not open.</summary>
    /// <param name="time">The time limit of both together. Work that ignores its token is abandoned then.</param>
    /// <param name="work">The work; its token is cancelled when the time is over.</param>
    /// <exception cref="DatabaseUnavailableException">It could not be done.</exception>
    public async Task<T> RunAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await threads.RunAsync(() => RunInTimeAsync(time, work))
                .WaitAsync(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)) + Grace, TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            throw ReportSilent(late);
        }
    }

    private async Task<T> RunInTimeAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work)
    {
        // Cancelling can contact the server and wait, as Npgsql does. It therefore runs on the database's own threads, because timers need the pool's
        // threads to end other waits in time.
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
            throw ReportSilent(late);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && engine.Explain(FindCause(fault)) is { } why)
        {
            problem = why;
            opening.Reset();
            throw new DatabaseUnavailableException(why, fault);
        }
    }

    private DatabaseUnavailableException ReportSilent(Exception late)
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
            // The work has ended in the meantime.
            return Task.FromResult(false);
        }
    }

    private static Exception FindCause(Exception fault) =>
        fault is AggregateException { InnerException: { } inner } ? FindCause(inner) : fault;
}
