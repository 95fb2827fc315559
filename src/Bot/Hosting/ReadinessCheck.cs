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

        var problems = states.Current
            .Where(state => state.Value != AdapterState.Running)
            .Select(state => Describe(state.Key, state.Value))
            .Concat(adapters.Where(adapter => adapter.HealthProblem is not null).Select(adapter => $"{adapter.Name}: {adapter.HealthProblem}"))
            .Order()
            .ToList();
        return Task.FromResult(problems.Count == 0
            ? HealthCheckResult.Healthy($"{shelf.Current.Readings.Count} readings are loaded.{DescribeEmbedding()}", DescribePlatforms())
            : HealthCheckResult.Unhealthy(string.Join("\n", problems), data: DescribePlatforms()));
    }

    private static string Describe(string adapter, AdapterState state) =>
        state == AdapterState.Restarting ? $"{adapter} failed and will be restarted." : $"Not running: {adapter}.";

    // The state of each platform, for the teacher's desk.
    private Dictionary<string, object> DescribePlatforms() => adapters.ToDictionary(
        adapter => adapter.Name,
        adapter => (object)(states.Current.GetValueOrDefault(adapter.Name, AdapterState.Running) switch
        {
            AdapterState.Running => adapter.HealthProblem ?? "Connected.",
            AdapterState.Restarting => "It failed and will be restarted. The log says why.",
            AdapterState.Failed => "It stopped; the person who runs the bot must fix a problem. The log says why.",
            _ => "It ended.",
        }));

    private string DescribeEmbedding() => embedder.Progress is { Total: > 0 } progress ? $" {progress.Done} of {progress.Total} sentences are searched by meaning." : "";
}
