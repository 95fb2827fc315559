namespace Bot.Chat.Delivery;

/// <summary>Decides whether something may be logged again, so that nobody can fill the log. Thread-safe.</summary>
/// <param name="time">Measures <paramref name="between"/>.</param>
/// <param name="between">The minimum time between two entries.</param>
public sealed class NowAndThen(TimeProvider time, TimeSpan between)
{
    private readonly Lock gate = new();
    private long? last;

    /// <summary>Whether to say it now; true for one caller at a time.</summary>
    public bool IsDue()
    {
        lock (gate)
        {
            if (last is { } before && time.GetElapsedTime(before) <= between)
            {
                return false;
            }

            last = time.GetTimestamp();
            return true;
        }
    }
}
