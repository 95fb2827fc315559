using Bot.Library.Readings;

namespace Bot.Hosting;

/// <summary>
/// Shows on standard error how far the readings are loaded, once that takes longer than a second: a bar at a terminal, a single
/// line elsewhere.
/// </summary>
internal sealed class LoadingDisplay(TextWriter error, bool isTerminal, TimeProvider time) : IProgress<LoadProgress>
{
    private const int BarCells = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly long start = time.GetTimestamp();
    private readonly Lock drawing = new();
    private TimeSpan lastDrawn;

    /// <summary>A display on the process's own standard error.</summary>
    public static LoadingDisplay OnStandardError(TimeProvider time) => new(Console.Error, !Console.IsErrorRedirected, time);

    public void Report(LoadProgress value)
    {
        lock (drawing)
        {
            var elapsed = time.GetElapsedTime(start);
            var isDone = value.Done >= value.Total;
            var isShown = lastDrawn > TimeSpan.Zero;
            if (elapsed < Patience || (isShown && !isTerminal) || (isShown && !isDone && elapsed - lastDrawn < Refresh))
            {
                return;
            }

            lastDrawn = elapsed;
            error.Write(isTerminal ? Bar(value, isDone) : $"Reading {value.Total} files; this takes a moment.\n");
            error.Flush();
        }
    }

    // The last report wipes the bar away, so that the welcome stands on a clean line.
    private static string Bar(LoadProgress value, bool isDone)
    {
        if (isDone)
        {
            return "\r\u001b[K";
        }

        var filled = BarCells * value.Done / Math.Max(1, value.Total);
        return $"\r\u001b[KReading {value.Done} of {value.Total} files {new string('━', filled)}{new string('─', BarCells - filled)}";
    }
}
