using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.DailyDebates;

/// <summary>Keeps debates going while the host runs. While the database cannot be used it waits; the database's own service says so.</summary>
internal sealed partial class DebateService(
    DebateScheduler scheduler, IHostApplicationLifetime lifetime, IOptions<DebatesOptions> options, TimeProvider time, ILogger<DebateService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An adapter that has not started cannot post.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try
            {
                await scheduler.RunOnceAsync(stoppingToken);
            }
            catch (DatabaseUnavailableException)
            {
                // Nothing is lost: the next turn finds everything as it was.
            }
#pragma warning disable CA1031 // The edge: a fault in one turn must not end the debates of all channels.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "A turn of the daily debates failed; the next one tries again.")]
    private partial void LogFault(Exception fault);
}
