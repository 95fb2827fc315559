using Bot.Library.Embeddings;
using Microsoft.Extensions.Hosting;

namespace Bot.Library;

/// <summary>
/// Returns memory to the system when the program rests after much work. The runtime alone keeps it until memory is low, which on a large machine is never.
/// </summary>
/// <param name="time">Measures the intervals.</param>
internal sealed class MemoryService(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var watch = new AllocationWatch();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (watch.IsRestAfterWork(GC.GetTotalAllocatedBytes()))
            {
                OnnxSessions.ReleaseMemory();
            }
        }
    }

    /// <summary>Tells from the bytes that the program has allocated whether it rests after much work.</summary>
    internal sealed class AllocationWatch
    {
        private const long Work = 32 << 20; // since the last release: makes a pause of a tenth of a second worth it
        private const long Rest = 4 << 20; // in an interval without look-ups: timers, polling and metrics

        private long before;
        private long released;

        /// <summary>Call it once in each interval. After a true result, counting starts again.</summary>
        /// <param name="allocated">The bytes allocated since the start of the process.</param>
        public bool IsRestAfterWork(long allocated)
        {
            var isRest = allocated - before < Rest && allocated - released >= Work;
            before = allocated;
            released = isRest ? allocated : released;
            return isRest;
        }
    }
}
