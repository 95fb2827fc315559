namespace Bot.Chat.Delivery;

/// <summary>Remembers recent events, so that an event that is delivered again has no second effect. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="keep">For how long an event is remembered: longer than the platform repeats it.</param>
/// <param name="most">The maximum number of remembered events; the oldest are removed first.</param>
public sealed class RecentEvents(TimeProvider time, TimeSpan keep, int most = 100_000)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, long At)> order = new();

    /// <summary>Records an event.</summary>
    /// <param name="id">The platform's id of it.</param>
    /// <returns>Whether it is new.</returns>
    public bool TryAdd(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        lock (gate)
        {
            while (order.TryPeek(out var oldest) && (order.Count >= most || time.GetElapsedTime(oldest.At) > keep))
            {
                known.Remove(order.Dequeue().Id);
            }

            if (!known.Add(id))
            {
                return false;
            }

            order.Enqueue((id, time.GetTimestamp()));
            return true;
        }
    }

    /// <summary>Forgets an event that had no effect, so that it is handled when it arrives again.</summary>
    public void Remove(string id)
    {
        lock (gate)
        {
            known.Remove(id);
        }
    }
}
