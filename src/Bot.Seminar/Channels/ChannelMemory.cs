using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>
/// Caches a value of each channel for a short time, so that a look-up does not wait for the database. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the value, which must not change after it was read.</typeparam>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
/// <param name="load">Reads the value for a channel's key.</param>
internal sealed class ChannelMemory<T>(Database database, TimeProvider time, Func<Session, string, Task<T>> load)
    where T : class
{
    private const int MaxChannels = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Platforms need to know within three seconds who will see a reply, and a failing database can take longer than that.
    private static readonly TimeSpan MaxLook = TimeSpan.FromMilliseconds(500);

    // After the database did not answer, look-ups do not wait for it during this time.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (T Value, long At)> known = new();
    private long silentSince;

    /// <summary>The value of a channel, from the cache or the database.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be read.</exception>
    public async Task<T> ReadAsync(string channel, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(channel, out var last) && time.GetElapsedTime(last.At) < Remembered)
        {
            return last.Value;
        }

        var value = await database.ReadAsync(session => load(session, channel), cancellationToken);
        if (known.Count >= MaxChannels)
        {
            known.Clear();
        }

        known[channel] = (value, time.GetTimestamp());
        return value;
    }

    /// <summary>The same within half a second: if the database takes longer, the last known value; null if there is none.</summary>
    public async ValueTask<T?> RecallAsync(string channel, CancellationToken cancellationToken)
    {
        if (database.State != DatabaseState.Open || IsSilent)
        {
            return FindLastKnown(channel);
        }

        try
        {
            return await ReadAsync(channel, cancellationToken).WaitAsync(MaxLook, TimeProvider.System, cancellationToken);
        }
        catch (Exception silent) when (silent is DatabaseUnavailableException or TimeoutException)
        {
            Volatile.Write(ref silentSince, time.GetTimestamp());
            return FindLastKnown(channel);
        }
    }

    /// <summary>Forgets the value of a channel after a change.</summary>
    public void Forget(string channel) => known.TryRemove(channel, out _);

    private bool IsSilent => Volatile.Read(ref silentSince) is not 0 and var since && time.GetElapsedTime(since) < Rest;

    private T? FindLastKnown(string channel) => known.TryGetValue(channel, out var last) ? last.Value : null;
}
