using Bot.Slack.Requests;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;
using SlackNet;
using SlackNet.SocketMode;

namespace Bot.Slack.SocketMode;

/// <summary>Two sockets to Slack, so that one is there while the other is made anew.</summary>
internal sealed class SlackSockets : ISlackConnection, IDisposable
{
    // Renewed at different ages, and both before Slack warns.
    private static readonly double[] Shares = [0.9, 0.75];

    private readonly IReadOnlyList<SocketLine> lines;

    public SlackSockets(
        IOptions<SlackOptions> options, IHttpClientFactory clients, SlackInbox inbox, TimeProvider time, ILogger<SocketLine> logger)
    {
        lines = [.. Shares.Select(share => new SocketLine(Open, share, inbox, time, logger))];

        // The library would log addresses and messages; it is given no log.
        CoreSocketModeClient Open(IWebSocketFactory sockets)
        {
            var json = Default.JsonSettings();
            var http = Default.Http(json, () => clients.CreateClient(SlackHttp.Client), Default.Logger);
            var api = new SlackApiClient(http, new ApiAddresses(options.Value.ApiBase), json, options.Value.AppToken);
            return new CoreSocketModeClient(api, sockets, json, Default.Scheduler, Default.Logger);
        }
    }

    public string? Trouble => lines.Any(line => line.IsOpen) ? null : "No socket to Slack is open, so nothing comes from there; new ones are being tried.";

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

    public void Dispose()
    {
        foreach (var line in lines)
        {
            line.Dispose();
        }
    }
}
