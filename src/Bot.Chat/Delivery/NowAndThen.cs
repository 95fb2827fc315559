namespace Bot.Chat.Delivery;

/// <summary>Limits how often a warning is logged, so that nobody can fill the log. Thread-safe.</summary>
/// <param name="time">Measures <paramref name="between"/>.</param>
/// <param name="between">The minimum time between two entries.</param>
public sealed class NowAndThen(TimeProvider time, TimeSpan between)
{
    private readonly Lock gate = new();
    private long? last;

    /// <summary>Whether to log it now; true for only one of several concurrent callers.</summary>
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
