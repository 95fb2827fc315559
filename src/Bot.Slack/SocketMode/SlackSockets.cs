using Bot.Slack.Requests;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;
using SlackNet;
using SlackNet.SocketMode;

namespace Bot.Slack.SocketMode;

/// <summary>Two lines to Slack, so that one still works if a socket of the other breaks.</summary>
internal sealed class SlackSockets : ISlackConnection
{
    // Renewed at different ages, and both before Slack warns.
    private static readonly double[] Shares = [0.9, 0.75];

    private readonly IReadOnlyList<SocketLine> lines;

    public SlackSockets(
        IOptions<SlackOptions> options,
        IHttpClientFactory clients,
        SlackInbox inbox,
        TimeProvider time,
        ILogger<SocketLine> lineLogger,
        ILogger<SlackSocket> socketLogger)
    {
        lines = [.. Shares.Select(share => new SocketLine(() => new SlackSocket(Open, share, inbox, time, socketLogger), time, lineLogger))];

        // The library would log URLs and messages, so it gets no logger.
        CoreSocketModeClient Open(IWebSocketFactory sockets)
        {
            var json = Default.JsonSettings();
            var http = Default.Http(json, () => clients.CreateClient(SlackHttp.Client), Default.Logger);
            var api = new SlackApiClient(http, new ApiAddresses(options.Value.ApiBase), json, options.Value.AppToken);
            return new CoreSocketModeClient(api, sockets, json, Default.Scheduler, Default.Logger);
        }
    }

    public string? HealthProblem =>
        lines.Any(line => line.IsOpen) ? null
        : lines.Select(line => line.HealthProblem).FirstOrDefault(trouble => trouble is not null) is { } why
            ? $"No socket to Slack stays open, so few requests arrive; the time between new tries grows. The last one ended: {why}.{Advise(why)}"
            : "No socket to Slack is open, so no requests arrive; reconnecting.";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = lines.Select(line => line.RunAsync(stop.Token)).ToList();
        try
        {
            await Task.WhenAny(running).Unwrap();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Advise(string why) => why.Contains("too_many_websockets", StringComparison.Ordinal)
        ? " Slack allows ten sockets for an app, and this program needs two, and briefly four: stop other copies of it."
        : "";
}
