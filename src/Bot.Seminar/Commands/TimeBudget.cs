namespace Bot.Seminar.Commands;

/// <summary>A time limit for the work on one request. The work checks it now and then, and stops with what it has.</summary>
/// <param name="time">Tells how long it took.</param>
/// <param name="length">The time.</param>
internal sealed class TimeBudget(TimeProvider time, TimeSpan length)
{
    private long start = time.GetTimestamp();

    /// <summary>Time without end.</summary>
    public static TimeBudget Endless { get; } = new(TimeProvider.System, TimeSpan.MaxValue);

    /// <summary>How long it is.</summary>
    public TimeSpan Length => length;

    /// <summary>Whether work was stopped because of it.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Whether the time is over.</summary>
    public bool IsOver() => WasCut || (WasCut = time.GetElapsedTime(start) > length);

    /// <summary>Begins anew: what went before, such as fetching a file, was no looking.</summary>
    public void Restart() => start = time.GetTimestamp();
}
