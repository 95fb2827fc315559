namespace Bot.Library;

/// <summary>Reports that something changed in a folder or its sub-folders, but not what, because the system's reports can be incomplete.</summary>
internal sealed class FolderWatcher(string folder) : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);
    private FileSystemWatcher? watcher;
    private DateTime watchedSince;

    /// <summary>Whether the watched folder is still the existing one.</summary>
    public bool IsCurrent => watcher is not null && Directory.Exists(folder) && Directory.GetCreationTimeUtc(folder) == watchedSince;

    /// <summary>Starts to watch, or starts again if the folder was removed and created again. Does nothing while there is no folder.</summary>
    /// <returns>Whether the folder is watched.</returns>
    public bool Watch()
    {
        if (!Directory.Exists(folder))
        {
            Unwatch();
            return false;
        }

        if (IsCurrent)
        {
            return true;
        }

        Unwatch();
        watchedSince = Directory.GetCreationTimeUtc(folder);

        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += OnChange;
            watcher.Changed += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // The system has no more watches, or the folder was just removed: the regular scan of the folder remains.
            Unwatch();
            return false;
        }
    }

    /// <summary>Waits until something happened since the last wait, or until the time is over.</summary>
    /// <returns>Whether something happened.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signal.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        Unwatch();
        signal.Dispose();
    }

    private void Unwatch()
    {
        watcher?.Dispose();
        watcher = null;
    }

    private void OnChange(object sender, FileSystemEventArgs change) => Signal();

    // The buffer overflowed or the folder is gone: scan everything.
    private void OnError(object sender, ErrorEventArgs error) => Signal();

    private void Signal()
    {
        try
        {
            signal.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // The signal is set already, or the watcher has been stopped.
        }
    }
}
