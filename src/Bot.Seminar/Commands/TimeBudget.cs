namespace Bot.Seminar.Commands;

/// <summary>How long somebody may work on one request. Whoever works looks now and then whether it is over, and ends with what there is.</summary>
/// <param name="time">Tells how long it took.</param>
/// <param name="length">The time.</param>
internal sealed class TimeBudget(TimeProvider time, TimeSpan length)
{
    private readonly long start = time.GetTimestamp();

    /// <summary>Time without end.</summary>
    public static TimeBudget Endless { get; } = new(TimeProvider.System, TimeSpan.MaxValue);

    /// <summary>How long it is.</summary>
    public TimeSpan Length => length;

    /// <summary>Whether somebody stopped because of it.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Whether it is over; whoever asks stops then.</summary>
    public bool IsOver() => WasCut || (WasCut = time.GetElapsedTime(start) > length);
}
