using Bot.Library.Embeddings;
using Bot.Library.Readings;

namespace Bot.Hosting;

/// <summary>
/// Shows on standard error the progress of loading or embedding, if that takes longer than a second: a bar at a terminal, a single line elsewhere.
/// </summary>
internal sealed class LoadingDisplay(TextWriter error, bool isTerminal, TimeProvider time) : IProgress<LoadProgress>, IProgress<EmbeddingProgress>
{
    private const int BarCells = 30;
    private static readonly TimeSpan ShowAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly long start = time.GetTimestamp();
    private readonly Lock drawing = new();
    private TimeSpan lastDrawn;

    /// <summary>A display on the process's own standard error.</summary>
    public static LoadingDisplay OnStandardError(TimeProvider time) => new(Console.Error, !Console.IsErrorRedirected, time);

    public void Report(LoadProgress value) => Report(value.Done, value.Total, "Reading", "files");

    public void Report(EmbeddingProgress value) => Report(value.Done, value.Total, "Preparing", "sentences");

    private void Report(int done, int total, string verb, string things)
    {
        lock (drawing)
        {
            var elapsed = time.GetElapsedTime(start);
            var isDone = done >= total;
            var isShown = lastDrawn > TimeSpan.Zero;
            if (elapsed < ShowAfter || (isShown && !isTerminal) || (isShown && !isDone && elapsed - lastDrawn < Refresh))
            {
                return;
            }

            lastDrawn = elapsed;
            error.Write(isTerminal ? DrawBar(done, total, verb, things) : $"{verb} {total} {things}; this takes a moment.\n");
            error.Flush();
        }
    }

    // The last report removes the bar, so that the next output begins on an empty line.
    private static string DrawBar(int done, int total, string verb, string things)
    {
        if (done >= total)
        {
            return "\r\u001b[K";
        }

        var filled = BarCells * done / Math.Max(1, total);
        return $"\r\u001b[K{verb} {done} of {total} {things} {new string('━', filled)}{new string('─', BarCells - filled)}";
    }
}
