using System.Text.Json;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

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
        return Route(TeamOf(payload), payload.Text("enterprise", "id"), channel, user, payload.Text("response_url")) is { } route
            ? route with { Thread = payload.Text("container", "thread_ts") ?? payload.Text("message", "thread_ts") }
            : null;
    }

    /// <summary>The way back from an event: to the channel, or to the member alone.</summary>
    public ReplyRoute? OfEvent(JsonElement envelope, string? channel)
    {
        var (team, organization) = InstallationOf(envelope);
        return Route(team, organization, channel, envelope.Text("event", "user"), null);
    }

    /// <summary>The way back from a conversation that a member opened in the older view of agents.</summary>
    public ReplyRoute? OfConversation(JsonElement envelope)
    {
        var (team, organization) = InstallationOf(envelope);
        var (channel, user) = (envelope.Text("event", "assistant_thread", "channel_id"), envelope.Text("event", "assistant_thread", "user_id"));
        return Route(team, organization, channel, user, null) is { } route
            ? route with { Thread = envelope.Text("event", "assistant_thread", "thread_ts") }
            : null;
    }

    /// <summary>Where a step of a workflow runs. The event names no member; each workflow takes its turn like one.</summary>
    public ReplyRoute? OfStep(JsonElement envelope)
    {
        var (team, organization) = InstallationOf(envelope);
        var workflow = envelope.Text("event", "function", "id");
        return envelope.Text("event", "function_execution_id") is { Length: > 0 } ? Route(team, organization, workflow, workflow, null) : null;
    }

    /// <summary>The way back from a form, to where it was asked for.</summary>
    public ReplyRoute? OfForm(JsonElement payload, string channel, string? responseUrl) =>
        Route(TeamOf(payload), payload.Text("enterprise", "id"), channel, payload.Text("user", "id"), responseUrl);

    /// <summary>
    /// The workspace, and the organization, whose installation an event came for. In a channel that workspaces share, the event itself names
    /// the one that its member belongs to: https://docs.slack.dev/apis/events-api.
    /// </summary>
    public static (string? Team, string? Organization) InstallationOf(JsonElement envelope)
    {
        var authorization = envelope.List("authorizations") is [var first, ..] ? first : default;
        return (authorization.Text("team_id") ?? envelope.Text("team_id"), authorization.Text("enterprise_id") ?? envelope.Text("enterprise_id"));
    }

    // A way whose parts are known. What happens in an organization and in none of its workspaces belongs to the organization.
    private ReplyRoute? Route(string? team, string? enterprise, string? channel, string? user, string? responseUrl)
    {
        var organization = enterprise is { Length: > 0 } ? enterprise : null;
        return (team is { Length: > 0 } ? team : organization) is { } account && channel is { Length: > 0 } && user is { Length: > 0 }
            ? new ReplyRoute(new Workspace(account, organization), channel, user) { ResponseUrl = ResponseUrl.Read(responseUrl, api, time.GetUtcNow()) }
            : null;
    }

    // A form may be open in another workspace than the one that has the app. Where the app is installed for an organization, an interaction
    // may leave out the workspace; its member has one.
    private static string? TeamOf(JsonElement payload) => payload.Text("view", "app_installed_team_id")
        ?? payload.Text("team", "id")
        ?? payload.Text("user", "team_id");
}
