using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Storage;

/// <summary>
/// Opens the database before other services start, and logs when it fails and when it is back. A database that cannot be opened does not stop the host from
/// starting; one of a newer version does. It also does regular work: it stores the ids of handled requests, finishes erasures, and deletes old backups.
/// </summary>
internal sealed partial class DatabaseService(Database database, SharedClaims claims, TimeProvider time, ILogger<DatabaseService> logger)
    : BackgroundService, IHostedLifecycleService
{
    private const int TicksBetweenProbes = 5;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private string? told;
    private bool knowsClaims;
    private long? sweptAt;

    /// <summary>Opens the database.</summary>
    /// <exception cref="NewerSchemaException">A newer version of the program has changed it.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.OpenAsync(cancellationToken);
            await LoadClaimsAsync(cancellationToken);
            LogOpened(database.Name);
            foreach (var exposure in database.FindExposures())
            {
                LogExposed(exposure);
            }
        }
        catch (DatabaseUnavailableException unavailable) when (unavailable is not NewerSchemaException)
        {
            Tell(unavailable.Message);
        }
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stores the latest requests.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await claims.FlushAsync(cancellationToken);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            Tell(unavailable.Message);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            if (tick % TicksBetweenProbes == 0)
            {
                Tell(await database.ProbeAsync(stoppingToken));
            }

            if (database.State == DatabaseState.Open)
            {
                await KeepOrderAsync(stoppingToken);
            }
        }
    }

    private async Task KeepOrderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LoadClaimsAsync(cancellationToken);
            await claims.FlushAsync(cancellationToken);
            await database.ScrubAsync(cancellationToken);
            if (sweptAt is not { } before || time.GetElapsedTime(before) > BetweenSweeps)
            {
                sweptAt = time.GetTimestamp();
                foreach (var backup in await database.DeleteOldBackupsAsync(time.GetUtcNow(), cancellationToken))
                {
                    LogBackupGone(backup);
                }
            }
        }
        catch (DatabaseUnavailableException unavailable)
        {
            Tell(unavailable.Message);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogBackupStays(refused.Message);
        }
    }

    private async Task LoadClaimsAsync(CancellationToken cancellationToken)
    {
        if (!knowsClaims)
        {
            await claims.LoadAsync(cancellationToken);
            knowsClaims = true;
        }
    }

    private void Tell(string? problem)
    {
        if (problem == told)
        {
            return;
        }

        told = problem;
        if (problem is null)
        {
            LogBack(database.Name);
        }
        else
        {
            LogUnavailable(problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Schedules, votes and settings are stored in {Name}.")]
    private partial void LogOpened(string name);

    [LoggerMessage(LogLevel.Warning, "{Problem} Look-up commands still work; debates, votes and settings pause until it is fixed.")]
    private partial void LogUnavailable(string problem);

    [LoggerMessage(LogLevel.Warning, "The database {Name} can be used again; debates, votes and settings continue.")]
    private partial void LogBack(string name);

    [LoggerMessage(LogLevel.Warning, "{Exposure}")]
    private partial void LogExposed(string exposure);

    [LoggerMessage(LogLevel.Information, "The backup {Backup} was older than Storage:BackupsKept and was deleted.")]
    private partial void LogBackupGone(string backup);

    [LoggerMessage(LogLevel.Warning, "A backup that is older than Storage:BackupsKept could not be deleted: {Why}")]
    private partial void LogBackupStays(string why);
}
