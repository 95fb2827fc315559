using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Web.Desk;

/// <summary>Runs the health checks of the program, if there are any.</summary>
internal sealed class ProgramHealth(IEnumerable<HealthCheckService> services)
{
    public async Task<ProgramState> LookAsync(CancellationToken cancellationToken)
    {
        var entries = new List<HealthReportEntry>();
        foreach (var service in services)
        {
            entries.AddRange((await service.CheckHealthAsync(cancellationToken)).Entries.Values);
        }

        return new ProgramState(
            [.. entries.SelectMany(entry => entry.Data)
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => (part.Key, part.Value.ToString() ?? ""))],
            ListProblems(entries.Where(entry => entry.Status != HealthStatus.Healthy)),
            ListProblems(entries.Where(entry => entry.Status == HealthStatus.Healthy)));
    }

    private static List<string> ListProblems(IEnumerable<HealthReportEntry> entries) =>
        [.. entries.SelectMany(entry => (entry.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))];
}

/// <summary>The state of the program's parts.</summary>
/// <param name="Platforms">The chat platforms by name, each with its state in a sentence.</param>
/// <param name="Problems">The problems and how to fix them; empty if there are none.</param>
/// <param name="Fine">The parts without problems.</param>
public sealed record ProgramState(
    IReadOnlyList<(string Name, string State)> Platforms, IReadOnlyList<string> Problems, IReadOnlyList<string> Fine);
