using Bot.Chat.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Delivery;

public sealed class RecentEventsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void AnEventIsNewOnce()
    {
        var events = new RecentEvents(time, TimeSpan.FromMinutes(1));

        Assert.True(events.TryAdd("a"));
        Assert.True(events.TryAdd("b"));
        Assert.False(events.TryAdd("a"));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(events.TryAdd("b"));
    }

    [Fact]
    public void AnEventIsForgottenAfterItsTime()
    {
        var events = new RecentEvents(time, TimeSpan.FromMinutes(1));
        events.TryAdd("a");
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.True(events.TryAdd("a"));
    }

    [Fact]
    public void AnEventThatIsTakenBackIsNewAgain()
    {
        var events = new RecentEvents(time, TimeSpan.FromMinutes(1));
        events.TryAdd("a");

        events.Remove("a");

        Assert.True(events.TryAdd("a"));
    }

    [Fact]
    public void TheOldestIsRemovedFirstIfThereAreTooMany()
    {
        var events = new RecentEvents(time, TimeSpan.FromMinutes(1), most: 2);
        events.TryAdd("a");
        events.TryAdd("b");
        events.TryAdd("c");

        Assert.False(events.TryAdd("c"));
        Assert.True(events.TryAdd("a"));
    }

    [Fact]
    public async Task OfManyAtOnceOneIsNew()
    {
        var events = new RecentEvents(TimeProvider.System, TimeSpan.FromMinutes(1));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => events.TryAdd("a"))));

        Assert.Single(outcomes, isNew => isNew);
    }

    [Fact]
    public void AnEventWithoutANameIsAFault() =>
        Assert.Throws<ArgumentException>(() => new RecentEvents(time, TimeSpan.FromMinutes(1)).TryAdd(""));
}
