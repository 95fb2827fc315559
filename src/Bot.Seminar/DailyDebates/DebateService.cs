using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.DailyDebates;

/// <summary>Runs the scheduler while the host runs. While the database cannot be used, it waits; the database's own service reports the problem.</summary>
internal sealed partial class DebateService(
    DebateScheduler scheduler, IHostApplicationLifetime lifetime, IOptions<DebatesOptions> options, TimeProvider time, ILogger<DebateService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An adapter that has not started cannot post.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(options.Value.LookEvery, time);
            do
            {
                await RunOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // If the start is cancelled, the host is not in its stopping state yet, and would log the exception as an error.
        }
    }

    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await scheduler.RunOnceAsync(stoppingToken);
        }
        catch (DatabaseUnavailableException)
        {
            // Nothing is lost: the next run continues from the same state.
        }
#pragma warning disable CA1031 // The edge: an exception in one run, such as a timeout, must not end the debates of all channels.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "A run of the daily debates failed; the next one tries again.")]
    private partial void LogFault(Exception fault);
}
