using Bot.Configuration;
using Bot.Terminal;

namespace Bot.Hosting;

/// <summary>
/// Runs all adapters concurrently. One that fails does not affect the others and is restarted after a pause, unless only a person can
/// fix what is wrong. The host stops when the person leaves the console, or when no adapter is left.
/// </summary>
internal sealed partial class AdapterService(
    IEnumerable<IChatAdapter> adapters,
    ISeminar seminar,
    AdapterStates states,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<AdapterService> logger) : BackgroundService
{
    // The pause doubles, and is reset after the adapter has run well for a while.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A console that ends at once must not stop a host that is still starting.
        if (!await HasStartedAsync(stoppingToken))
        {
            return;
        }

        var all = adapters.ToList();
        foreach (var adapter in all)
        {
            states.Set(adapter.Name, AdapterState.Running);
        }

        await Task.WhenAll(all.Select(adapter => RunAsync(adapter, stoppingToken)));
        if (all.Count > 0)
        {
            lifetime.StopApplication();
        }
    }

    // False if the start was cancelled; an exception would be logged as an error, because the host is not stopping yet.
    private async Task<bool> HasStartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompleted;
    }

    private async Task RunAsync(IChatAdapter adapter, CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        var start = time.GetTimestamp();
        while (await RunOnceAsync(adapter, stoppingToken) == AdapterState.Restarting)
        {
            pause = time.GetElapsedTime(start) > Calm ? FirstPause : pause;
            LogRestarting(adapter.Name, pause);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 > MaxPause ? MaxPause : pause * 2;
            start = time.GetTimestamp();
        }

        if (adapter is ConsoleAdapter)
        {
            lifetime.StopApplication();
        }
    }

    private async Task<AdapterState> RunOnceAsync(IChatAdapter adapter, CancellationToken stoppingToken)
    {
        var state = AdapterState.Ended;
        try
        {
            // On a separate thread, because an adapter that blocks at first must not prevent the next one from starting.
            states.Set(adapter.Name, AdapterState.Running);
            await Task.Run(() => adapter.RunAsync(seminar, stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception stopped) when (stopped is AdapterStoppedException || OperatorsProblem.Of(stopped) is not null)
        {
            state = AdapterState.Failed;
            LogStopped(adapter.Name, OperatorsProblem.Of(stopped) ?? stopped.Message);
        }
#pragma warning disable CA1031 // The edge: an exception of one adapter must not end the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // The person at the console sees that it ended, so only the other adapters are restarted.
            state = adapter is ConsoleAdapter ? AdapterState.Failed : AdapterState.Restarting;
            LogFailed(fault, adapter.Name);
        }

        states.Set(adapter.Name, state);
        return state;
    }

    [LoggerMessage(LogLevel.Error, "The adapter {Adapter} stopped; the others continue. {Why}")]
    private partial void LogStopped(string adapter, string why);

    [LoggerMessage(LogLevel.Error, "The adapter {Adapter} failed; the others continue.")]
    private partial void LogFailed(Exception fault, string adapter);

    [LoggerMessage(LogLevel.Warning, "The adapter {Adapter} will be restarted in {Pause}.")]
    private partial void LogRestarting(string adapter, TimeSpan pause);
}
