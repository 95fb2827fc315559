using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>
/// Fills the shelf before any other service starts, then watches the folder. A start without readings fails; if a change leaves no readings, the last ones
/// stay.
/// </summary>
/// <param name="loader">The loader.</param>
/// <param name="shelf">The shelf to fill.</param>
/// <param name="folder">The folder to watch.</param>
/// <param name="options">The options for watching.</param>
/// <param name="time">Measures how long the folder is quiet.</param>
/// <param name="progress">Report the progress of the first load; only the first is used.</param>
/// <param name="logger">Logs a line for each change.</param>
internal sealed partial class ShelfService(
    ShelfLoader loader,
    Shelf shelf,
    ReadingFolder folder,
    IOptions<ReadingsOptions> options,
    TimeProvider time,
    IEnumerable<IProgress<LoadProgress>> progress,
    ILogger<ShelfService> logger) : BackgroundService, IHostedLifecycleService
{
    // A folder that changes without a pause is read anyway.
    private static readonly TimeSpan MaxDebounce = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UnwatchedRescan = TimeSpan.FromSeconds(1);

    private string? lastFailure;

    /// <summary>
    /// Loads the readings. Other services start after it, so that they find the readings. Problematic files are read after the start.
    /// </summary>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await Task.Run(() => loader.Refresh(options.Value.StartWithin, progress.FirstOrDefault(), cancellationToken), cancellationToken);
        LogShelf([], started);
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        folder.GiveWay();
        await ReadTheRestAsync(stoppingToken);
        folder.SweepKept();
        if (!options.Value.Watch)
        {
            return;
        }

        using var watcher = new FolderWatcher(folder.Folder);
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWatched = watcher.Watch();

            // Changes between the last scan and the first watch were not reported.
            await RefreshAsync(stoppingToken);
            await ReadTheRestAsync(stoppingToken);
            if (isWatched && !watcher.IsCurrent)
            {
                // The folder was removed during the scan, so no change is reported.
                continue;
            }

            var rescan = isWatched || options.Value.RescanEvery < UnwatchedRescan ? options.Value.RescanEvery : UnwatchedRescan;
            if (await watcher.WaitAsync(rescan, stoppingToken))
            {
                await WaitForQuietAsync(watcher, stoppingToken);
            }
        }
    }

    // Reads part by part, so that each is served as soon as it is read.
    private async Task ReadTheRestAsync(CancellationToken cancellationToken)
    {
        while (!loader.IsComplete && await RefreshAsync(cancellationToken))
        {
        }
    }

    private async Task WaitForQuietAsync(FolderWatcher watcher, CancellationToken cancellationToken)
    {
        var first = time.GetTimestamp();
        while (await watcher.WaitAsync(options.Value.Debounce, cancellationToken) && time.GetElapsedTime(first) < MaxDebounce)
        {
            await Task.Delay(options.Value.Debounce / 10, time, cancellationToken);
        }
    }

    // Returns whether it succeeded.
    private async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (started, before) = (time.GetTimestamp(), shelf.Current.Problems);
            if (await Task.Run(() => loader.Refresh(options.Value.StartWithin, cancellationToken: cancellationToken), cancellationToken))
            {
                LogShelf(before, started);
            }

            lastFailure = null;
            return true;
        }
        catch (ReadingFolderException exception)
        {
            // A problem is logged once, and again only if it changes.
            if (exception.Message != lastFailure)
            {
                LogKeptLast(shelf.Current.Readings.Count, exception.Message);
                lastFailure = exception.Message;
            }

            return false;
        }
#pragma warning disable CA1031 // The edge of the process: if a scan fails, the current readings stay in service.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogCouldNotLook(exception);
            return false;
        }
    }

    private void LogShelf(IReadOnlyList<ReadingProblem> before, long started)
    {
        var snapshot = shelf.Current;
        var elapsedMs = (long)time.GetElapsedTime(started).TotalMilliseconds;
        var paragraphs = snapshot.Readings.Sum(reading => reading.Paragraphs.Count);
        var waiting = snapshot.Problems.Count(problem => problem.IsWaiting);
        LogLoaded(snapshot.Readings.Count, paragraphs, snapshot.Problems.Count - waiting, waiting, elapsedMs);
        foreach (var problem in snapshot.Problems.Except(before).Where(problem => !problem.IsWaiting))
        {
            LogSkipped(problem.File, problem.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Readings} readings with {Paragraphs} paragraphs are served, {Problems} files skipped, {Waiting} still to be read, after {ElapsedMs} ms")]
    private partial void LogLoaded(int readings, int paragraphs, int problems, int waiting, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {File}: {Reason}")]
    private partial void LogSkipped(string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last {Readings} readings stay in service: {Reason}")]
    private partial void LogKeptLast(int readings, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of readings could not be scanned; the last readings stay in service")]
    private partial void LogCouldNotLook(Exception exception);
}
