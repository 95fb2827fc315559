using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting;

/// <summary>Answers an orchestrator's questions: <c>/health/live</c> and <c>/health/ready</c>, 200 or 503 with a plain sentence.</summary>
internal static class HealthEndpoints
{
    /// <summary>The path that says whether the process serves requests at all.</summary>
    public const string Live = "/health/live";

    /// <summary>The path that says whether questions can be answered.</summary>
    public const string Ready = "/health/ready";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var details = report.Entries.Values.Select(entry => entry.Description).Prepend(report.Status.ToString());
        return context.Response.WriteAsync($"{string.Join("\n", details)}\n", context.RequestAborted);
    }
}
