using System.Collections.Concurrent;

namespace Bot.Storage;

/// <summary>
/// Threads used only for the database. Work on a SQLite file blocks its thread until the file is free, and everything else needs the pool's threads.
/// </summary>
internal sealed class DatabaseThreads : TaskScheduler, IDisposable
{
    private const int Count = 4;

    private readonly BlockingCollection<Task> waiting = [];

    public DatabaseThreads()
    {
        for (var number = 0; number < Count; number++)
        {
            new Thread(Work) { IsBackground = true, Name = $"database {number}" }.Start();
        }
    }

    /// <inheritdoc />
    public override int MaximumConcurrencyLevel => Count;

    /// <summary>Does work on one of them; while the work awaits, it blocks none of them.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Ends the threads once the waiting work is done.</summary>
    public void Dispose() => waiting.CompleteAdding();

    /// <inheritdoc />
    protected override void QueueTask(Task task)
    {
        try
        {
            waiting.Add(task);
        }
        catch (InvalidOperationException)
        {
            // The program is ending and these threads have ended. Abandoned work ends elsewhere.
            ThreadPool.QueueUserWorkItem(_ => TryExecuteTask(task));
        }
    }

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => waiting;

    private void Work()
    {
        foreach (var task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
