using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Bot.Chat.Delivery;

/// <summary>A cache that holds a bounded number of entries, each for a limited time. Thread-safe.</summary>
/// <typeparam name="TKey">What an entry is found by.</typeparam>
/// <typeparam name="TValue">What is kept.</typeparam>
/// <param name="maxItems">The maximum number of entries. When it is reached, older entries are removed.</param>
/// <param name="time">Measures how long an entry is kept.</param>
#pragma warning disable CA1001 // A memory cache holds nothing but memory: it goes with the object.
public sealed class BoundedCache<TKey, TValue>(int maxItems, TimeProvider time)
#pragma warning restore CA1001
    where TKey : notnull
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = maxItems, Clock = new Clock(time) });

    /// <summary>The keys of the entries.</summary>
    public IEnumerable<TKey> Keys => cache.Keys.OfType<TKey>();

    /// <summary>Gets an entry that is there and not too old.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => cache.TryGetValue(key, out value);

    /// <summary>Adds an entry, or replaces the one with the same key.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="value">What is kept.</param>
    /// <param name="duration">How long it is kept; null for as long as there is room.</param>
    public void Set(TKey key, TValue value, TimeSpan? duration = null) =>
        cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = duration });

    /// <summary>Removes an entry.</summary>
    public void Remove(TKey key) => cache.Remove(key);

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
