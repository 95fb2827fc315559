using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// Watches a process while it reads a file. What counts is the time that it works: on a busy machine, or one that sleeps meanwhile, a good file takes
/// long too. Real time decides only when much more of it has passed.
/// </summary>
internal sealed class ReaderWatch : IDisposable
{
    private const int ClockFactor = 8;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly TimeSpan limit;
    private readonly Action kill;
    private readonly TimeSpan workedBefore;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly ITimer timer;

    /// <summary>Starts to watch.</summary>
    /// <param name="process">The process.</param>
    /// <param name="limit">How long it may work.</param>
    /// <param name="kill">What to do when it worked longer.</param>
    /// <param name="time">The clock.</param>
    public ReaderWatch(Process process, TimeSpan limit, Action kill, TimeProvider time)
    {
        this.process = process;
        this.limit = limit;
        this.kill = kill;
        this.time = time;
        start = time.GetTimestamp();
        workedBefore = MeasureWork();
        timer = time.CreateTimer(_ => Look(), null, Between, Between);
    }

    /// <summary>Whether it worked too long.</summary>
    public bool IsLate { get; private set; }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (MeasureWork() - workedBefore > limit || time.GetElapsedTime(start) > limit * ClockFactor)
        {
            IsLate = true;
            kill();
        }
    }

    private TimeSpan MeasureWork()
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return TimeSpan.Zero;
        }
    }
}
