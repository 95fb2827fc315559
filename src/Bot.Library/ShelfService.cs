using Bot.Library.Readings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>
/// Fills the shelf before any other service starts, then follows the folder. A start without readings fails; a change that leaves none
/// keeps the last ones.
/// </summary>
/// <param name="loader">Fills the shelf.</param>
/// <param name="shelf">What is filled.</param>
/// <param name="folder">What is followed.</param>
/// <param name="options">How it is followed.</param>
/// <param name="time">Measures how long the folder is quiet.</param>
/// <param name="progress">Those who are told how the first load proceeds; may be empty.</param>
/// <param name="logger">Gets a line for each change.</param>
public sealed partial class ShelfService(
    ShelfLoader loader,
    Shelf shelf,
    ReadingFolder folder,
    IOptions<ReadingsOptions> options,
    TimeProvider time,
    IEnumerable<IProgress<LoadProgress>> progress,
    ILogger<ShelfService> logger) : BackgroundService, IHostedLifecycleService
{
    // A folder that is written to without a pause is picked up all the same after this many quiet times.
    private const int MostDebounces = 2;

    private static readonly TimeSpan UnwatchedRescan = TimeSpan.FromSeconds(1);

    private string? lastFailure;

    /// <summary>Loads the readings. Services start after it, so that they find the shelf full.</summary>
    /// <exception cref="ReadingFolderException">The folder is missing or has no readable file.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await loader.RefreshAsync(progress.FirstOrDefault(), cancellationToken);
        LogShelf((long)time.GetElapsedTime(started).TotalMilliseconds);
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
        if (!options.Value.Watch)
        {
            return;
        }

        using var watcher = new FolderWatcher(folder.FullName);
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWatched = watcher.Watch();

            // What happened between the last look and the first watch was not told.
            await RefreshAsync(stoppingToken);
            var rescan = isWatched || options.Value.Rescan < UnwatchedRescan ? options.Value.Rescan : UnwatchedRescan;
            if (await watcher.WaitAsync(rescan, stoppingToken))
            {
                for (var i = 0; i < MostDebounces && await watcher.WaitAsync(options.Value.Debounce, stoppingToken); i++)
                {
                }
            }
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var started = time.GetTimestamp();
            if (await loader.RefreshAsync(null, cancellationToken))
            {
                LogShelf((long)time.GetElapsedTime(started).TotalMilliseconds);
            }

            lastFailure = null;
        }
        catch (ReadingFolderException exception)
        {
            if (exception.Message != lastFailure)
            {
                KeptLast(shelf.Current.Readings.Count, exception.Message);
                lastFailure = exception.Message;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CouldNotLook(exception);
        }
    }

    private void LogShelf(long elapsedMs)
    {
        var snapshot = shelf.Current;
        Loaded(snapshot.Readings.Count, snapshot.Index.ParagraphCount, snapshot.Problems.Count, elapsedMs);
        foreach (var problem in snapshot.Problems)
        {
            Skipped(problem.File, problem.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Readings} readings with {Paragraphs} paragraphs are served, {Problems} files skipped, after {ElapsedMs} ms")]
    private partial void Loaded(int readings, int paragraphs, int problems, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {File}: {Reason}")]
    private partial void Skipped(string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last {Readings} readings are served on: {Reason}")]
    private partial void KeptLast(int readings, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of readings could not be looked through; the last readings are served on")]
    private partial void CouldNotLook(Exception exception);
}
