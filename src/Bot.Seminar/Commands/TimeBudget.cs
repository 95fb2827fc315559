namespace Bot.Seminar.Commands;

/// <summary>A time limit for the work on one request. The work checks it regularly, and returns what it has found when the time is over.</summary>
/// <param name="time">The clock.</param>
/// <param name="length">The limit.</param>
internal sealed class TimeBudget(TimeProvider time, TimeSpan length)
{
    private long start = time.GetTimestamp();

    /// <summary>No limit.</summary>
    public static TimeBudget Endless { get; } = new(TimeProvider.System, TimeSpan.MaxValue);

    /// <summary>The limit.</summary>
    public TimeSpan Length => length;

    /// <summary>Whether work was stopped by the limit.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Whether the time is over.</summary>
    public bool IsOver() => WasCut || (WasCut = time.GetElapsedTime(start) > length);

    /// <summary>Restarts the clock, for example after a file was downloaded, because that is not part of the search.</summary>
    public void Restart() => start = time.GetTimestamp();
}
