using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>Puts uploads on the shelf after a start, and follows what other replicas take and delete.</summary>
internal sealed partial class UploadService(UploadedReadings uploaded, Database database, TimeProvider time, ILogger<UploadService> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (database.State == DatabaseState.Open)
            {
                await uploaded.RefreshAsync(cancellationToken);
            }
        }
        catch (DatabaseUnavailableException)
        {
            // What is on the shelf stays there; the database's own service says what is wrong with it.
        }
#pragma warning disable CA1031 // The edge of a background task: one look that fails must not end all others.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Uploaded readings could not be looked at; the next look tries again.")]
    private partial void LogFault(Exception fault);
}
