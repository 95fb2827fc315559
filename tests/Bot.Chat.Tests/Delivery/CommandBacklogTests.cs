using System.Collections.Concurrent;
using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Chat.Languages;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Delivery;

public sealed class CommandBacklogTests : IDisposable
{
    private const string Ann = "Ann";
    private const string Ben = "Ben";

    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Exception> faults = new();

    public void Dispose() => stop.Dispose();

    [Fact]
    public async Task WorkIsDoneInTheLanguageOfTheMomentAtWhichItWasPutIn()
    {
        var backlog = Backlog(waiting: 3, workers: 1);
        var spoken = new ConcurrentQueue<string>();
        foreach (var language in new[] { "de", "fr" })
        {
            CultureInfo.CurrentUICulture = ReplyLanguages.Find(language)!;
            Assert.True(backlog.TryAdd(Ann, Speak));
        }

        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Assert.True(backlog.TryAdd(Ann, Speak));
        var running = backlog.RunAsync(stop.Token);
        await stop.CancelAsync();
        await running.WaitAsync(WaitTimeout);

        Assert.Equal(["de", "fr", ""], spoken);

        async Task Speak(CancellationToken cancellationToken)
        {
            await Task.Yield();
            spoken.Enqueue(CultureInfo.CurrentUICulture.Name);
        }
    }

    [Fact]
    public async Task AFewRunSomeWaitAndTheOthersAreRefused()
    {
        var gate = new TaskCompletionSource();
        var started = new SemaphoreSlim(0);
        var backlog = Backlog(waiting: 3, workers: 2);
        var running = backlog.RunAsync(stop.Token);

        Assert.True(backlog.TryAdd(Ann, Held));
        Assert.True(backlog.TryAdd(Ann, Held));
        Assert.True(await started.WaitAsync(WaitTimeout));
        Assert.True(await started.WaitAsync(WaitTimeout));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => backlog.TryAdd(Ann, Held)));

        gate.SetResult();
        await stop.CancelAsync();
        await running.WaitAsync(WaitTimeout);
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
        await running.WaitAsync(WaitTimeout);
        Assert.False(backlog.TryAdd(Ann, _ => Task.CompletedTask));

        using var stopAgain = new CancellationTokenSource();
        var done = new TaskCompletionSource();
        var again = backlog.RunAsync(stopAgain.Token);
        Assert.True(backlog.TryAdd(Ann, _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        }));

        await done.Task.WaitAsync(WaitTimeout);
        await stopAgain.CancelAsync();
        await again.WaitAsync(WaitTimeout);
    }

    [Fact]
    public async Task QueuedWorkIsFinishedWhenTheServiceStops()
    {
        var done = 0;
        var backlog = Backlog(waiting: 10, workers: 1);
        for (var i = 0; i < 5; i++)
        {
            backlog.TryAdd(Ann, _ =>
            {
                done++;
                return Task.CompletedTask;
            });
        }

        await stop.CancelAsync();
        await backlog.RunAsync(stop.Token).WaitAsync(WaitTimeout);

        Assert.Equal(5, done);
        Assert.False(backlog.TryAdd(Ann, _ => Task.CompletedTask));
    }

    [Fact]
    public async Task WorkThatDoesNotEndIsGivenUp()
    {
        var time = new FakeTimeProvider();
        var backlog = Backlog(waiting: 1, workers: 1, time);
        backlog.TryAdd(Ann, cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));
        var running = backlog.RunAsync(stop.Token);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        time.Advance(WaitTimeout);
        await running.WaitAsync(WaitTimeout);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task AnErrorIsReportedAndTheNextWorkIsDone()
    {
        var done = new TaskCompletionSource();
        var backlog = Backlog(waiting: 2, workers: 1);
        backlog.TryAdd(Ann, _ => throw new InvalidOperationException("broken"));
        backlog.TryAdd(Ann, _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        var running = backlog.RunAsync(stop.Token);

        await done.Task.WaitAsync(WaitTimeout);
        await stop.CancelAsync();
        await running.WaitAsync(WaitTimeout);

        Assert.Equal("broken", Assert.Single(faults).Message);
    }

    [Fact]
    public async Task AMemberWhoSendsALotDelaysNobodyButThemselves()
    {
        var done = new List<string>();
        var backlog = Backlog(waiting: 100, workers: 1);
        for (var i = 1; i <= 5; i++)
        {
            Assert.True(backlog.TryAdd(Ann, Note($"Ann {i}")));
        }

        Assert.True(backlog.TryAdd(Ben, Note("Ben 1")));
        Assert.True(backlog.TryAdd("Cem", Note("Cem 1")));
        Assert.True(backlog.TryAdd(Ben, Note("Ben 2")));
        await stop.CancelAsync();
        await backlog.RunAsync(stop.Token).WaitAsync(WaitTimeout);

        Assert.Equal(["Ann 1", "Ben 1", "Cem 1", "Ann 2", "Ben 2", "Ann 3", "Ann 4", "Ann 5"], done);

        Func<CancellationToken, Task> Note(string name) => _ =>
        {
            done.Add(name);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task AMemberWhoseWorkTakesLongLeavesTheOtherWorkersFree()
    {
        var gate = new TaskCompletionSource();
        var (held, answered) = (0, new TaskCompletionSource());
        var backlog = Backlog(waiting: 100, workers: 4, ofOne: 2);
        var running = backlog.RunAsync(stop.Token);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(backlog.TryAdd(Ann, _ =>
            {
                Interlocked.Increment(ref held);
                return gate.Task;
            }));
        }

        Assert.True(backlog.TryAdd(Ben, _ =>
        {
            answered.SetResult();
            return Task.CompletedTask;
        }));
        await answered.Task.WaitAsync(WaitTimeout);
        Assert.InRange(Volatile.Read(ref held), 0, 2);

        gate.SetResult();
        await stop.CancelAsync();
        await running.WaitAsync(WaitTimeout);
        Assert.Equal(10, held);
    }

    [Fact]
    public void OneMemberCannotFillTheBacklog()
    {
        var backlog = Backlog(waiting: 8, workers: 1, waitingOfOne: 5);

        Assert.Equal([true, true, true, true, true, false], Enumerable.Range(0, 6).Select(_ => backlog.TryAdd(Ann, Nothing)));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => backlog.TryAdd(Ben, Nothing)));

        static Task Nothing(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [Fact]
    public async Task AllCommandsRunOnceAndEachMembersInOrder()
    {
        const int Members = 20;
        const int Each = 50;
        var done = new ConcurrentQueue<(int Member, int Number)>();
        var backlog = new CommandBacklog(
            new BacklogLimits(Members * Each, 8, WaitTimeout) { WaitingOfOne = Each, WorkersForOne = 1 }, TimeProvider.System, faults.Enqueue);
        var running = backlog.RunAsync(stop.Token);

        await Parallel.ForAsync(0, Members, (member, _) =>
        {
            for (var number = 0; number < Each; number++)
            {
                var mine = number;
                Assert.True(backlog.TryAdd($"{member}", async _ =>
                {
                    await Task.Yield();
                    done.Enqueue((member, mine));
                }));
            }

            return ValueTask.CompletedTask;
        });
        await stop.CancelAsync();
        await running.WaitAsync(WaitTimeout);

        Assert.Equal(Members * Each, done.Count);
        Assert.All(done.GroupBy(item => item.Member), own => Assert.Equal(Enumerable.Range(0, Each), own.Select(item => item.Number)));
    }

    private CommandBacklog Backlog(int waiting, int workers, TimeProvider? time = null, int ofOne = 2, int waitingOfOne = 30) => new(
        new BacklogLimits(waiting, workers, WaitTimeout) { WaitingOfOne = waitingOfOne, WorkersForOne = ofOne }, time ?? TimeProvider.System, faults.Enqueue);
}
