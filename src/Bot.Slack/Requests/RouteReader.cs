using System.Text.Json;
using Bot.Slack.Replies;
using Bot.Slack.Workspaces;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Reads from a request who sent it and where the answer goes.</summary>
internal sealed class RouteReader(IOptions<SlackOptions> options, TimeProvider time)
{
    private readonly Uri api = new(options.Value.ApiBase);

    /// <summary>The way back from a slash command; null where the request does not name it.</summary>
    public ReplyRoute? OfCommand(JsonElement payload) => Route(
        payload.Text("team_id"), payload.Text("enterprise_id"), payload.Text("channel_id"), payload.Text("user_id"), payload.Text("response_url"));

    /// <summary>The way back from a button, a form or a shortcut. Where there was no channel, it is a direct message.</summary>
    public ReplyRoute? OfInteraction(JsonElement payload)
    {
        var user = payload.Text("user", "id");
        var channel = payload.Text("channel", "id") ?? payload.Text("container", "channel_id") ?? user;
        var team = payload.Text("team", "id") ?? payload.Text("user", "team_id");
        return Route(team, payload.Text("enterprise", "id"), channel, user, payload.Text("response_url")) is { } route
            ? route with { Thread = payload.Text("container", "thread_ts") ?? payload.Text("message", "thread_ts") }
            : null;
    }

    /// <summary>The way back from a message.</summary>
    public ReplyRoute? OfMessage(JsonElement envelope) => Route(
        envelope.Text("team_id"), envelope.Text("enterprise_id"), envelope.Text("event", "channel"), envelope.Text("event", "user"), null);

    /// <summary>A way whose parts are known.</summary>
    public ReplyRoute? Route(string? team, string? enterprise, string? channel, string? user, string? responseUrl) =>
        team is { Length: > 0 } && channel is { Length: > 0 } && user is { Length: > 0 }
            ? new ReplyRoute(new Workspace(team, enterprise is { Length: > 0 } ? enterprise : null), channel, user)
            {
                ResponseUrl = ResponseUrl.Read(responseUrl, api, time.GetUtcNow()),
            }
            : null;
}
