using Bot.Library.Embeddings;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Library;

/// <summary>
/// Loads the second stage in the background, then embeds the shelf, and again after each change of the readings. Questions do not wait for either; until
/// the shelf is embedded, it is searched by words.
/// </summary>
/// <param name="shelf">The shelf to embed.</param>
/// <param name="embedder">The embedder.</param>
/// <param name="secondStage">The second stage to load.</param>
/// <param name="time">Measures the work and the waits.</param>
/// <param name="progress">Report the progress; only the first is used.</param>
/// <param name="logger">Logs a line for each shelf.</param>
internal sealed partial class EmbeddingService(
    Shelf shelf,
    ShelfEmbedder embedder,
    ISecondStage secondStage,
    TimeProvider time,
    IEnumerable<IProgress<EmbeddingProgress>> progress,
    ILogger<EmbeddingService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    private Task loading = Task.CompletedTask;

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        loading = secondStage.LoadAsync();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = shelf.NextChange;
            if (await TryEmbedAsync(stoppingToken))
            {
                await change.WaitAsync(stoppingToken);
            }
            else
            {
                await Task.WhenAny(change, Task.Delay(RetryDelay, time, stoppingToken));
            }
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await loading.WaitAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a background task: if the weights cannot be loaded, questions are answered without them.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotLoaded(failure);
        }
    }

    private async Task<bool> TryEmbedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var started = time.GetTimestamp();
            var isNew = !shelf.All.Index.HasVectors;
            await Task.Run(() => embedder.EmbedAsync(progress.FirstOrDefault(), cancellationToken), cancellationToken);
            if (isNew && shelf.All.Index.HasVectors)
            {
                OnnxSessions.ReleaseMemory();
                var elapsedMs = (long)time.GetElapsedTime(started).TotalMilliseconds;
                LogDone(embedder.Progress.Total, elapsedMs);
            }

            return true;
        }
#pragma warning disable CA1031 // The edge of a background task: if the model fails, the readings are searched by words.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure, RetryDelay.TotalSeconds);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sentences} sentences can be searched by meaning after {ElapsedMs} ms")]
    private partial void LogDone(int sentences, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second stage cannot be loaded, so questions are answered without it until the next start")]
    private partial void LogNotLoaded(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A model failed, so readings are searched by words only; next try in {Seconds} s")]
    private partial void LogFailed(Exception failure, double seconds);
}
