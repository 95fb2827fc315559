using Bot.Chat;
using Bot.Library;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting;

/// <summary>Ready means that readings are on the shelf and every adapter serves its platform.</summary>
internal sealed class ReadinessCheck(Shelf shelf, ShelfEmbedder embedder, AdapterStates states, IEnumerable<IChatAdapter> adapters) : IHealthCheck
{
    public const string Name = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (shelf.Current.Readings.Count == 0)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("No readings are loaded."));
        }

        var problems = states.Current.Where(state => state.Value != AdapterState.Running)
            .Select(state => state.Value == AdapterState.Restarting ? $"{state.Key} failed, and is started again." : $"Not running: {state.Key}.")
            .Concat(adapters.Where(adapter => adapter.HealthProblem is not null).Select(adapter => $"{adapter.Name}: {adapter.HealthProblem}"))
            .Order()
            .ToList();
        return Task.FromResult(problems.Count == 0
            ? HealthCheckResult.Healthy($"{shelf.Current.Readings.Count} readings are loaded.{Embedded()}")
            : HealthCheckResult.Unhealthy(string.Join("\n", problems)));
    }

    private string Embedded() => embedder.Progress is { Total: > 0 } progress ? $" {progress.Done} of {progress.Total} sentences are searched by meaning." : "";
}
