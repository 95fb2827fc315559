using Bot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting;

/// <summary>Without the database look-up commands still work, so the service is degraded and not down.</summary>
internal sealed class StorageCheck(Database database) : IHealthCheck
{
    public const string Name = "storage";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(database.Problem is { } problem
            ? HealthCheckResult.Degraded($"{problem} Debates, votes and settings pause.")
            : HealthCheckResult.Healthy("The database can be used."));
}
