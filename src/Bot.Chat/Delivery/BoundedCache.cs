using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Bot.Chat.Delivery;

/// <summary>A cache that holds a bounded number of entries, each for a limited time. Thread-safe.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="maxItems">The maximum number of entries. When it is reached, older entries are removed.</param>
/// <param name="time">Measures how long an entry is kept.</param>
#pragma warning disable CA1001 // A memory cache holds only memory, which the garbage collector frees.
public sealed class BoundedCache<TKey, TValue>(int maxItems, TimeProvider time)
#pragma warning restore CA1001
    where TKey : notnull
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = maxItems, Clock = new Clock(time) });

    /// <summary>The keys of the entries.</summary>
    public IEnumerable<TKey> Keys => cache.Keys.OfType<TKey>();

    /// <summary>Gets an entry that exists and is not too old.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => cache.TryGetValue(key, out value);

    /// <summary>Adds an entry, or replaces the one with the same key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="duration">How long it is kept; null for as long as there is space.</param>
    public void Set(TKey key, TValue value, TimeSpan? duration = null) =>
        cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = duration });

    /// <summary>Removes an entry.</summary>
    public void Remove(TKey key) => cache.Remove(key);

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
