using Bot.Chat;
using Bot.Terminal;

namespace Bot.Hosting;

/// <summary>
/// Runs every adapter side by side. One that fails leaves the others alone; the host stops when the console ends, because
/// the person at it left, or when no adapter is left.
/// </summary>
internal sealed partial class AdapterService(
    IEnumerable<IChatAdapter> adapters,
    ISeminar seminar,
    AdapterStates states,
    IHostApplicationLifetime lifetime,
    ILogger<AdapterService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A console that ends at once must not stop a host that is still starting.
        await StartedAsync(stoppingToken);
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

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    private async Task RunAsync(IChatAdapter adapter, CancellationToken stoppingToken)
    {
        try
        {
            // On a thread of its own: an adapter that blocks at first must not keep the next one from starting.
            await Task.Run(() => adapter.RunAsync(seminar, stoppingToken), stoppingToken);
            states.Set(adapter.Name, AdapterState.Ended);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            states.Set(adapter.Name, AdapterState.Ended);
        }
        catch (AdapterStoppedException stopped)
        {
            states.Set(adapter.Name, AdapterState.Failed);
            LogStopped(adapter.Name, stopped.Message);
        }
#pragma warning disable CA1031 // The edge: whatever one adapter throws must not end the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            states.Set(adapter.Name, AdapterState.Failed);
            LogFailed(fault, adapter.Name);
        }

        if (adapter is ConsoleAdapter)
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Error, "The adapter {Adapter} stopped; the others go on without it. {Why}")]
    private partial void LogStopped(string adapter, string why);

    [LoggerMessage(LogLevel.Error, "The adapter {Adapter} failed; the others go on without it.")]
    private partial void LogFailed(Exception fault, string adapter);
}
