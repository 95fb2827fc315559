using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Hosting;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

public sealed class AdapterServiceTests : IDisposable
{
    private readonly AdapterStates states = new();
    private readonly FakeTimeProvider time = new();
    private readonly Lifetime lifetime = new();

    public void Dispose() => lifetime.Dispose();

    [Fact]
    public async Task AnAdapterThatFailsLeavesTheOthersRunning()
    {
        var patient = new TestAdapter("patient", cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));
        using var service = Service(new TestAdapter("broken", _ => throw new InvalidOperationException("no network")), patient);

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await patient.Started.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await UntilAsync(() => states.Current["broken"] == AdapterState.Restarting);

        Assert.Equal(AdapterState.Running, states.Current["patient"]);
        Assert.False(lifetime.IsStopping);
        await service.StopAsync(CancellationToken.None);
        Assert.Equal(AdapterState.Ended, states.Current["patient"]);
    }

    [Fact]
    public async Task AnAdapterThatFailsIsStartedAgainAfterPausesThatGrow()
    {
        var starts = new List<DateTimeOffset>();
        var adapter = new TestAdapter("broken", cancellationToken =>
        {
            starts.Add(time.GetUtcNow());
            return starts.Count < 4 ? throw new InvalidOperationException("no network") : Task.Delay(Timeout.Infinite, cancellationToken);
        });
        using var service = Service(adapter);

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await UntilAsync(() => Advance() && starts.Count == 4);
        await UntilAsync(() => states.Current["broken"] == AdapterState.Running);
        Assert.All([1, 2, 4], (seconds, i) => Assert.True(starts[i + 1] - starts[i] >= TimeSpan.FromSeconds(seconds)));
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task AProblemThatOnlyAPersonCanFixDoesNotCauseARestart()
    {
        var starts = 0;
        using var service = Service(
            new TestAdapter("stopped", _ => ++starts > 0 ? throw new AdapterStoppedException("The token is wrong.") : Task.CompletedTask),
            new TestAdapter("patient", cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken)));

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await UntilAsync(() => states.Current.GetValueOrDefault("stopped") == AdapterState.Failed);
        time.Advance(TimeSpan.FromHours(1));
        await Task.Delay(50);

        Assert.Equal((1, AdapterState.Failed), (starts, states.Current["stopped"]));
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task TheHostStopsWhileAnAdapterWaitsToBeStartedAgain()
    {
        using var service = Service(new TestAdapter("broken", _ => throw new InvalidOperationException("no network")));

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await UntilAsync(() => states.Current.GetValueOrDefault("broken") == AdapterState.Restarting);
        await service.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(AdapterState.Ended, states.Current["broken"]);
    }

    [Fact]
    public async Task TheHostStopsWhenNoAdapterIsLeft()
    {
        using var service = Service(new TestAdapter("short", _ => Task.CompletedTask));

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await UntilAsync(() => lifetime.IsStopping);

        Assert.Equal(AdapterState.Ended, states.Current["short"]);
    }

    [Fact]
    public async Task NoAdapterStartsBeforeTheHostStands()
    {
        var adapter = new TestAdapter("early", _ => Task.CompletedTask);
        using var service = Service(adapter);

        await service.StartAsync(CancellationToken.None);
        await Task.Delay(50);
        Assert.False(adapter.Started.Task.IsCompleted);

        lifetime.Start();
        await adapter.Started.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AHostWithoutAdaptersServesOn()
    {
        using var service = Service();

        await service.StartAsync(CancellationToken.None);
        lifetime.Start();
        await (service.ExecuteTask ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.False(lifetime.IsStopping);
    }

    [Fact]
    public async Task ReadyMeansReadingsOnTheShelfAndAdaptersThatRun()
    {
        var shelf = new Shelf();
        var adapter = new TestAdapter("console", _ => Task.CompletedTask);
        var check = new ReadinessCheck(shelf, LocalModels.Embedder(shelf), states, [adapter]);
        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);

        IReadOnlyList<Reading> readings = [ReadingFactory.Default.CreateFromText("rain", "Rain", "It rained.")];
        shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));
        states.Set("console", AdapterState.Running);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);

        adapter.HealthProblem = "The platform does not answer.";
        var troubled = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal((HealthStatus.Unhealthy, "console: The platform does not answer."), (troubled.Status, troubled.Description));

        adapter.HealthProblem = null;
        states.Set("console", AdapterState.Restarting);
        Assert.Equal("console failed and will be restarted.", (await check.CheckHealthAsync(new HealthCheckContext())).Description);

        states.Set("console", AdapterState.Failed);
        var failed = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal((HealthStatus.Unhealthy, "Not running: console."), (failed.Status, failed.Description));
    }

    private AdapterService Service(params IChatAdapter[] adapters) => new(
        adapters, new ScriptedSeminar(), states, lifetime, time, NullLogger<AdapterService>.Instance);

    private bool Advance()
    {
        time.Advance(TimeSpan.FromMilliseconds(100));
        return true;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 1000 && !isSo(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(isSo());
    }

    private sealed class TestAdapter(string name, Func<CancellationToken, Task> run) : IChatAdapter
    {
        public TaskCompletionSource Started { get; } = new();

        public string Name => name;

        public string? HealthProblem { get; set; }

        public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            return run(cancellationToken);
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public bool IsStopping => stopping.IsCancellationRequested;

        public void Start() => started.Cancel();

        public void StopApplication() => stopping.Cancel();

        public void Dispose()
        {
            started.Dispose();
            stopping.Dispose();
        }
    }
}
