using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.Channels;

/// <summary>Reads the reading lists before the adapters start, and picks up the changes of other replicas.</summary>
internal sealed partial class ReadingListService(
    ReadingListStore store, Database database, TimeProvider time, ILogger<ReadingListService> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryRefreshAsync(cancellationToken))
        {
            LogUnknown();
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
        }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        if (database.State != DatabaseState.Open)
        {
            return false;
        }

        try
        {
            await store.RefreshAsync(cancellationToken);
            return true;
        }
        catch (DatabaseUnavailableException)
        {
            // The lists stay as they were; the database's own service reports the problem.
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The reading lists of channels cannot be read yet; until then each channel uses all readings.")]
    private partial void LogUnknown();
}
