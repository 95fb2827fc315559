using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>
/// What the database has for each channel, remembered for a moment, so that a look-up does not wait for the database. Safe for many threads.
/// </summary>
/// <typeparam name="T">What it has; not changed once it is read.</typeparam>
/// <param name="database">Has it.</param>
/// <param name="time">Tells how old it is.</param>
/// <param name="load">Reads it for a channel's key.</param>
internal sealed class ChannelMemory<T>(Database database, TimeProvider time, Func<Session, string, Task<T>> load)
    where T : class
{
    private const int MaxChannels = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Platforms want to know within three seconds who will see a reply, and the database may take longer than that to fail.
    private static readonly TimeSpan MaxLook = TimeSpan.FromMilliseconds(500);

    // For this long, look-ups do not wait again for a database that did not answer.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (T Value, long At)> known = new();
    private long silentSince;

    /// <summary>What the database has for a channel, at most a moment old.</summary>
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

    /// <summary>The same within half a second: where the database does not say it by then, what it said last; null where that is nothing.</summary>
    public async ValueTask<T?> RecallAsync(string channel, CancellationToken cancellationToken)
    {
        if (database.State != DatabaseState.Open || IsSilent)
        {
            return LastKnown(channel);
        }

        try
        {
            return await ReadAsync(channel, cancellationToken).WaitAsync(MaxLook, TimeProvider.System, cancellationToken);
        }
        catch (Exception silent) when (silent is DatabaseUnavailableException or TimeoutException)
        {
            Volatile.Write(ref silentSince, time.GetTimestamp());
            return LastKnown(channel);
        }
    }

    /// <summary>Has a channel read again, for it has changed.</summary>
    public void Forget(string channel) => known.TryRemove(channel, out _);

    private bool IsSilent => Volatile.Read(ref silentSince) is not 0 and var since && time.GetElapsedTime(since) < Rest;

    private T? LastKnown(string channel) => known.TryGetValue(channel, out var last) ? last.Value : null;
}
