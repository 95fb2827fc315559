namespace Bot.Discord.Rest;

/// <summary>
/// Counts the calls that Discord counts as invalid (401, 403 and 429, apart from limits that are shared with others). 10,000 of them in
/// ten minutes ban the whole address for a while (topics/rate-limits), so well before that nothing is sent any more. Safe for many threads.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time)
{
    private const int MaxItems = 5_000;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> times = new();

    /// <summary>Whether so many calls were invalid lately that none should be made.</summary>
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

    /// <summary>Notes an invalid call.</summary>
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
