using Bot.Library.Embeddings;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Library;

/// <summary>
/// Embeds the shelf in the background after each change of the readings; until it is done, they are searched by words. Then it loads the
/// second stage too, so that the first question need not wait for that.
/// </summary>
/// <param name="shelf">What is embedded.</param>
/// <param name="embedder">Embeds it.</param>
/// <param name="secondStage">Is loaded.</param>
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

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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

    private async Task<bool> TryEmbedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var started = time.GetTimestamp();
            var isNew = !shelf.All.Index.HasVectors;
            await Task.Run(() => embedder.EmbedAsync(progress.FirstOrDefault(), cancellationToken), cancellationToken);
            if (isNew && shelf.All.Index.HasVectors)
            {
                var elapsedMs = (long)time.GetElapsedTime(started).TotalMilliseconds;
                LogDone(embedder.Progress.Total, elapsedMs);
                await secondStage.AnswersAsync("Is it loaded?", ["It is loaded."], cancellationToken);
                await secondStage.StancesAsync("It is loaded.", ["It is not loaded."], cancellationToken);
            }

            return true;
        }
#pragma warning disable CA1031 // The edge of a background task: whatever the model ran into, the readings are searched by words.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure, RetryDelay.TotalSeconds);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sentences} sentences are searched by meaning after {ElapsedMs} ms")]
    private partial void LogDone(int sentences, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A model failed, so readings are searched by words alone; next try in {Seconds} s")]
    private partial void LogFailed(Exception failure, double seconds);
}
