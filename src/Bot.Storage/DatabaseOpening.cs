using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>Opens the database before its first use, and again after it was away: makes it where there is none, and migrates it.</summary>
internal sealed class DatabaseOpening(IDatabaseEngine engine, DatabaseThreads threads)
{
    /// <summary>The longest time that opening may take; migrations are part of it.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Task<bool>? opening;
    private volatile bool isReady;
    private volatile bool wasOpened;

    /// <summary>Whether it is open and was usable when it was last used.</summary>
    public bool IsReady => isReady;

    /// <summary>Opens it where that is still to be done. Work that comes meanwhile waits for the same opening.</summary>
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

    /// <summary>Has it opened again before its next use: when it is back it may be another file, or one that another version has changed.</summary>
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

        // I/O takes real time, also where rehearse moves the seminar's clock.
        using var deadline = new CancellationTokenSource(Timeout, TimeProvider.System);

        // A file that has vanished is not made again: an empty database would post everything a second time.
        if (!wasOpened)
        {
            await engine.CreateAsync(deadline.Token);
        }

        await Migrations.ApplyAsync(engine, deadline.Token);
        (wasOpened, isReady) = (true, true);
        return true;
    }
}
