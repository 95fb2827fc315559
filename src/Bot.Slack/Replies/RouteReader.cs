using System.Text.Json;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

/// <summary>Reads the sender and the reply route from a request.</summary>
internal sealed class RouteReader(IOptions<SlackOptions> options, TimeProvider time)
{
    private readonly Uri api = new(options.Value.ApiBase);

    /// <summary>The route from a slash command; null if the request does not contain it.</summary>
    public ReplyRoute? ReadCommand(JsonElement payload) => CreateRoute(
        payload.Text("team_id"), payload.Text("enterprise_id"), payload.Text("channel_id"), payload.Text("user_id"), payload.Text("response_url"));

    /// <summary>The route from a button, a form or a shortcut. Without a channel it is a direct message.</summary>
    public ReplyRoute? ReadInteraction(JsonElement payload)
    {
        var user = payload.Text("user", "id");
        var channel = payload.Text("channel", "id") ?? payload.Text("container", "channel_id") ?? user;
        return CreateRoute(TeamOf(payload), payload.Text("enterprise", "id"), channel, user, payload.Text("response_url")) is { } route
            ? route with { Thread = payload.Text("container", "thread_ts") ?? payload.Text("message", "thread_ts") }
            : null;
    }

    /// <summary>The route from an event: to the channel, or only to the member.</summary>
    public ReplyRoute? ReadEvent(JsonElement envelope, string? channel)
    {
        var (team, organization) = InstallationOf(envelope);
        return CreateRoute(team, organization, channel, envelope.Text("event", "user"), null);
    }

    /// <summary>The route from a conversation in the older agent view.</summary>
    public ReplyRoute? ReadConversation(JsonElement envelope)
    {
        var (team, organization) = InstallationOf(envelope);
        var (channel, user) = (envelope.Text("event", "assistant_thread", "channel_id"), envelope.Text("event", "assistant_thread", "user_id"));
        return CreateRoute(team, organization, channel, user, null) is { } route
            ? route with { Thread = envelope.Text("event", "assistant_thread", "thread_ts") }
            : null;
    }

    /// <summary>The route of a workflow step. The event has no member, so each workflow is queued like a member.</summary>
    public ReplyRoute? ReadStep(JsonElement envelope)
    {
        var (team, organization) = InstallationOf(envelope);
        var workflow = envelope.Text("event", "function", "id");
        return envelope.Text("event", "function_execution_id") is { Length: > 0 } ? CreateRoute(team, organization, workflow, workflow, null) : null;
    }

    /// <summary>The route from a form, to the channel where it was requested.</summary>
    public ReplyRoute? ReadForm(JsonElement payload, string channel, string? responseUrl) =>
        CreateRoute(TeamOf(payload), payload.Text("enterprise", "id"), channel, payload.Text("user", "id"), responseUrl);

    /// <summary>
    /// The workspace and the organization of the installation that received an event. In a shared channel, the event itself names its member's workspace:
    /// https://docs.slack.dev/apis/events-api.
    /// </summary>
    public static (string? Team, string? Organization) InstallationOf(JsonElement envelope)
    {
        var authorization = envelope.List("authorizations") is [var first, ..] ? first : default;
        return (authorization.Text("team_id") ?? envelope.Text("team_id"), authorization.Text("enterprise_id") ?? envelope.Text("enterprise_id"));
    }

    // Builds a route from its parts. An event outside of all workspaces belongs to the organization.
    private ReplyRoute? CreateRoute(string? team, string? enterprise, string? channel, string? user, string? responseUrl)
    {
        var organization = enterprise is { Length: > 0 } ? enterprise : null;
        return (team is { Length: > 0 } ? team : organization) is { } account && channel is { Length: > 0 } && user is { Length: > 0 }
            ? new ReplyRoute(new Workspace(account, organization), channel, user) { ResponseUrl = ResponseUrl.Read(responseUrl, api, time.GetUtcNow()) }
            : null;
    }

    // A form can be open in another workspace than the one that has the app. If the app is installed for an organization, an interaction can have no
    // workspace, but its member has one.
    private static string? TeamOf(JsonElement payload) => payload.Text("view", "app_installed_team_id")
        ?? payload.Text("team", "id")
        ?? payload.Text("user", "team_id");
}
