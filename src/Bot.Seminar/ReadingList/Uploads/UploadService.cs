using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>Puts uploads on the shelf after a start, and picks up uploads and deletions of other replicas.</summary>
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
            // The uploads on the shelf stay; the database's own service reports the problem.
        }
#pragma warning disable CA1031 // The edge of a background task: one failed check must not end all later ones.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Uploaded readings could not be loaded; the next check tries again.")]
    private partial void LogFault(Exception fault);
}
