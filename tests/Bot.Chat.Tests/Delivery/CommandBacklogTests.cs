using System.Collections.Concurrent;
using Bot.Chat.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Delivery;

public sealed class CommandBacklogTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Exception> faults = new();

    public void Dispose() => stop.Dispose();

    [Fact]
    public async Task AFewAreWorkedOnSomeWaitAndTheRestIsTurnedAway()
    {
        var gate = new TaskCompletionSource();
        var started = new SemaphoreSlim(0);
        var backlog = Backlog(waiting: 3, workers: 2);
        var running = backlog.RunAsync(stop.Token);

        Assert.True(backlog.TryAdd(Held));
        Assert.True(backlog.TryAdd(Held));
        Assert.True(await started.WaitAsync(Patience));
        Assert.True(await started.WaitAsync(Patience));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => backlog.TryAdd(Held)));

        gate.SetResult();
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Equal(3, started.CurrentCount);

        async Task Held(CancellationToken cancellationToken)
        {
            started.Release();
            await gate.Task.WaitAsync(cancellationToken);
        }
    }

    [Fact]
    public async Task ABacklogThatWasStoppedCanBeRunAgain()
    {
        var backlog = Backlog(waiting: 3, workers: 1);
        var running = backlog.RunAsync(stop.Token);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.False(backlog.TryAdd(_ => Task.CompletedTask));

        using var stopAgain = new CancellationTokenSource();
        var done = new TaskCompletionSource();
        var again = backlog.RunAsync(stopAgain.Token);
        Assert.True(backlog.TryAdd(_ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        }));

        await done.Task.WaitAsync(Patience);
        await stopAgain.CancelAsync();
        await again.WaitAsync(Patience);
    }

    [Fact]
    public async Task WhatIsThereIsFinishedWhenTheServiceStops()
    {
        var done = 0;
        var backlog = Backlog(waiting: 10, workers: 1);
        for (var i = 0; i < 5; i++)
        {
            backlog.TryAdd(_ =>
            {
                done++;
                return Task.CompletedTask;
            });
        }

        await stop.CancelAsync();
        await backlog.RunAsync(stop.Token).WaitAsync(Patience);

        Assert.Equal(5, done);
        Assert.False(backlog.TryAdd(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task WorkThatDoesNotEndIsGivenUp()
    {
        var time = new FakeTimeProvider();
        var backlog = Backlog(waiting: 1, workers: 1, time);
        backlog.TryAdd(cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));
        var running = backlog.RunAsync(stop.Token);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        time.Advance(Patience);
        await running.WaitAsync(Patience);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task AFaultIsToldAndTheNextWorkIsDone()
    {
        var done = new TaskCompletionSource();
        var backlog = Backlog(waiting: 2, workers: 1);
        backlog.TryAdd(_ => throw new InvalidOperationException("broken"));
        backlog.TryAdd(_ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        var running = backlog.RunAsync(stop.Token);

        await done.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);

        Assert.Equal("broken", Assert.Single(faults).Message);
    }

    private CommandBacklog Backlog(int waiting, int workers, TimeProvider? time = null) =>
        new(waiting, workers, Patience, time ?? TimeProvider.System, faults.Enqueue);
}
