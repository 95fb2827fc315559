namespace Bot.Discord.Rest;

/// <summary>
/// Counts the calls that Discord counts as invalid (401, 403 and 429, except for shared limits). After 10,000 in ten minutes Discord bans the IP address
/// for a while (topics/rate-limits), so the bot stops well before. Thread-safe.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time)
{
    private const int MaxItems = 5_000;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> times = new();

    /// <summary>Whether calls must pause, because too many were invalid.</summary>
    public bool IsSpent
    {
        get
        {
            lock (gate)
            {
                Forget();
                return times.Count >= MaxItems;
            }
        }
    }

    /// <summary>Counts an invalid call.</summary>
    public void Note()
    {
        lock (gate)
        {
            Forget();
            times.Enqueue(time.GetUtcNow());
        }
    }

    private void Forget()
    {
        while (times.TryPeek(out var oldest) && time.GetUtcNow() - oldest > Period)
        {
            times.Dequeue();
        }
    }
}
