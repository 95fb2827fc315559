using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>Removes deleted data from the database's files. The next call retries a failed attempt.</summary>
/// <param name="engine">The engine.</param>
/// <param name="guard">Does the work.</param>
/// <param name="writing">The lock of the writer.</param>
internal sealed class DatabaseScrub(IDatabaseEngine engine, DatabaseGuard guard, SemaphoreSlim writing) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim scrubbing = new(1);
    private readonly Lock gate = new();
    private readonly HashSet<string> dirty = new(StringComparer.Ordinal);

    /// <summary>Adds tables from which data was deleted.</summary>
    public void Add(IEnumerable<string> tables)
    {
        lock (gate)
        {
            dirty.UnionWith(tables);
        }
    }

    /// <summary>Cleans the files if that is not done yet.</summary>
    /// <returns>Whether they are clean.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await scrubbing.WaitAsync(cancellationToken);
        try
        {
            string[] tables;
            lock (gate)
            {
                tables = [.. dirty];
                dirty.Clear();
            }

            var isClean = (tables.Length == 0 && !engine.IsScrubDue) || await TryAsync(tables);
            if (!isClean)
            {
                Add(tables);
            }

            return isClean;
        }
        finally
        {
            scrubbing.Release();
        }
    }

    public void Dispose() => scrubbing.Dispose();

    private async Task<bool> TryAsync(IReadOnlyList<string> tables)
    {
        try
        {
            return await guard.RunAsync(Timeout, async deadline =>
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
            // It is tried again later; the database's own service reports the problem.
            return false;
        }
    }
}
