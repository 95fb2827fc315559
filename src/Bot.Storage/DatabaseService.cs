using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Storage;

/// <summary>
/// Opens the database before other services start, and says in the log when it fails and when it is back. A database that cannot be
/// opened does not keep the host from starting; one of a newer version does.
/// </summary>
public sealed partial class DatabaseService(Database database, TimeProvider time, ILogger<DatabaseService> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(5);

    private string? told;

    /// <summary>Opens the database.</summary>
    /// <exception cref="NewerSchemaException">A newer version of the program has changed it.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.OpenAsync(cancellationToken);
            LogOpened(database.Name);
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

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ProbeEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Tell(await database.ProbeAsync(stoppingToken));
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

    [LoggerMessage(LogLevel.Information, "Schedules, votes and settings are kept in {Name}.")]
    private partial void LogOpened(string name);

    [LoggerMessage(LogLevel.Warning, "{Problem} Look-up commands go on; debates, votes and settings pause until it is mended.")]
    private partial void LogUnavailable(string problem);

    [LoggerMessage(LogLevel.Warning, "The database {Name} can be used again; what paused goes on.")]
    private partial void LogBack(string name);
}
