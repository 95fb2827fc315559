using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>Opens the database before its first use, and again after an outage: creates it if there is none, and migrates it.</summary>
internal sealed class DatabaseOpening(IDatabaseEngine engine, DatabaseThreads threads)
{
    /// <summary>The time limit for opening, including migrations.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Task<bool>? opening;
    private volatile bool isReady;
    private volatile bool wasOpened;

    /// <summary>Whether it is open and was usable when it was last used.</summary>
    public bool IsReady => isReady;

    /// <summary>Opens it if it is not open. Work that arrives in the meantime waits for the same opening.</summary>
    public async Task EnsureAsync(CancellationToken deadline)
    {
        if (isReady)
        {
            return;
        }

        Task<bool> opened;
        lock (gate)
        {
            opened = opening is { IsCompleted: false } ? opening : opening = threads.RunAsync(OpenAsync);
        }

        await opened.WaitAsync(deadline);
    }

    /// <summary>Makes the next use open it again: after an outage it can be another file, or one that another version has changed.</summary>
    public void Reset()
    {
        isReady = false;
        engine.Forget();
    }

    private async Task<bool> OpenAsync()
    {
        if (isReady)
        {
            return true;
        }

        // I/O takes real time, even when rehearse uses a simulated clock.
        using var deadline = new CancellationTokenSource(Timeout, TimeProvider.System);

        // A file that was deleted is not created again: with an empty database everything would be posted a second time.
        if (!wasOpened)
        {
            await engine.CreateAsync(deadline.Token);
        }

        await Migrations.ApplyAsync(engine, deadline.Token);
        (wasOpened, isReady) = (true, true);
        return true;
    }
}
