namespace Bot.Chat.Delivery;

/// <summary>Tells whether it is time to say something again, so that nobody can fill the log. Safe for many threads.</summary>
/// <param name="time">Measures <paramref name="between"/>.</param>
/// <param name="between">How long it is kept quiet after it was said.</param>
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
