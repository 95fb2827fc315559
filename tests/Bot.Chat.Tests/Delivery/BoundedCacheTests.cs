using Bot.Chat.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Delivery;

public sealed class BoundedCacheTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void AnEntryIsThereForItsTimeAndNotLonger()
    {
        var cache = new BoundedCache<string, bool>(10, time);
        cache.Set("ann", true, TimeSpan.FromMinutes(1));

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(cache.TryGet("ann", out var before) && before);

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(cache.TryGet("ann", out _));
    }

    [Fact]
    public void ItHoldsNoMoreThanItsSize()
    {
        var cache = new BoundedCache<int, int>(100, time);

        foreach (var i in Enumerable.Range(0, 1000))
        {
            cache.Set(i, i);
        }

        Assert.InRange(cache.Keys.Count(), 1, 100);
    }

    [Fact]
    public void WhatIsTakenOutIsGone()
    {
        var cache = new BoundedCache<string, string>(10, time);
        cache.Set("ann", "one");
        cache.Remove("ann");

        Assert.False(cache.TryGet("ann", out _));
        Assert.Empty(cache.Keys);
    }
}
