using Bot.Library;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting;

/// <summary>Ready means that readings are on the shelf and every adapter runs.</summary>
internal sealed class ReadinessCheck(Shelf shelf, AdapterStates states) : IHealthCheck
{
    public const string Name = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (shelf.Current.Readings.Count == 0)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("No readings are loaded."));
        }

        var down = states.Current.Where(state => state.Value != AdapterState.Running).Select(state => state.Key).Order().ToList();
        return Task.FromResult(down.Count == 0
            ? HealthCheckResult.Healthy($"{shelf.Current.Readings.Count} readings are loaded.")
            : HealthCheckResult.Unhealthy($"Not running: {string.Join(", ", down)}."));
    }
}
