using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Agents;
using Bot.Slack.Home;
using Bot.Slack.Replies;
using Bot.Slack.Settings;
using Bot.Slack.Steps;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>
/// Handles events: mentions and direct messages, App Home, workflow steps, and the end of an installation: https://docs.slack.dev/apis/events-api.
/// </summary>
internal sealed partial class Events(
    CommandDispatcher dispatcher,
    RouteReader routes,
    HomeTab home,
    AgentView agents,
    StepRunner steps,
    SharedFiles shared,
    IWorkspaceTokens tokens,
    IOptions<SlackOptions> options,
    SharedClaims claims,
    TimeProvider time,
    ILogger<Events> logger)
{
    // Longer than members edit a question.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly RecentEvents heard = new(time, Remembered);

    public async Task<JsonObject?> TakeAsync(ISeminar seminar, JsonElement envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Text("event", "type") ?? envelope.Text("type"))
        {
            case "app_mention":
            case "message" when envelope.Text("event", "channel_type") == "im":
                return await HearAsync(seminar, envelope, cancellationToken);
            case "message" when options.Value.HearsChannels && envelope.Text("event", "channel_type") is "channel" or "group":
                Overhear(seminar, envelope);
                return null;
            case "app_home_opened" when envelope.Text("event", "tab") == "home" && routes.ReadEvent(envelope, envelope.Text("event", "user")) is { } way:
                dispatcher.TryPut(way, token => home.PublishAsync(seminar, way, envelope.Text("event", "view", "hash"), token));
                return null;
            case "app_home_opened" when envelope.Text("event", "tab") == "messages" && routes.ReadEvent(envelope, envelope.Text("event", "channel")) is { } way:
                dispatcher.TryPut(way, token => agents.SuggestAsync(seminar, way.Workspace, way.Address, way.User, token));
                return null;

            // From apps with the older agent view. The channel that a member has open beside it (assistant_thread_context_changed) does not matter, because
            // the readings are the same everywhere.
            case "assistant_thread_started" when routes.ReadConversation(envelope) is { } way:
                dispatcher.TryPut(way, token => agents.SuggestAsync(seminar, way.Workspace, way.Address, way.User, token));
                return null;
            // This does not wait in the queue, because the member's other requests may wait for the work that it stops.
            case "agent_session_stopped" when envelope.Text("event", "thread_ts") is { } thread
                && routes.ReadEvent(envelope, envelope.Text("event", "channel")) is { } way:
                if (!await agents.TryStopAsync(way.Workspace, way.Channel, thread))
                {
                    dispatcher.TryPut(way, token => agents.RestAsync(way.Workspace, way.Channel, thread, token));
                }

                return null;
            case "function_executed" when routes.ReadStep(envelope) is { } way:
                var happened = envelope.GetProperty("event");
                dispatcher.TryPut(way, token => steps.RunAsync(seminar, way, happened, token));
                return null;
            case "tokens_revoked" when envelope.List("event", "tokens", "bot").Count == 0:
                return null;
            case "app_uninstalled" or "tokens_revoked" when AccountOf(envelope) is { } account:
                await tokens.ForgetAsync(new Workspace(account), cancellationToken);
                return null;
            case "team_access_revoked":
                await tokens.LeaveOrganizationAsync([.. envelope.List("event", "team_ids").Select(team => team.ToString())], cancellationToken);
                return null;
            case "app_rate_limited":
                LogLimited();
                return null;
            default:
                return null;
        }
    }

    // The installation: the organization's if it installed the app for all its workspaces, otherwise the workspace's.
    private static string? AccountOf(JsonElement envelope)
    {
        var isWhole = envelope.List("authorizations") is [var first, ..] && first.IsTrue("is_enterprise_install");
        var (team, organization) = RouteReader.InstallationOf(envelope);
        return isWhole ? organization ?? team : team ?? organization;
    }

    private async Task<JsonObject?> HearAsync(ISeminar seminar, JsonElement envelope, CancellationToken cancellationToken)
    {
        // Ignores bots, including this one. A message with a subtype is an edit or a notice.
        if (envelope.Text("event", "bot_id") is not null
            || envelope.Text("event", "subtype") is not (null or "thread_broadcast" or "file_share")
            || routes.ReadEvent(envelope, envelope.Text("event", "channel")) is not { } way
            || !await IsFirstAsync($"{way.Workspace.Team} {way.Channel} {envelope.Text("event", "ts")}", cancellationToken))
        {
            return null;
        }

        // A public question gets a public answer in a thread, so that the channel stays quiet. An agent has a thread for each conversation.
        var words = MessageText.ReadWords(envelope.Text("event", "text") ?? "");
        var thread = envelope.Text("event", "thread_ts");
        var isConversation = way.IsDirect && await agents.IsShownAsync(way.Workspace, cancellationToken);
        var route = way with
        {
            Thread = thread ?? (way.IsDirect && !isConversation ? null : envelope.Text("event", "ts")),
            OpensThread = thread is null,
            IsConversation = isConversation,
            Begins = isConversation && thread is null && words.Length > 0 ? words : null,
        };
        var command = new ChatCommand
        {
            Name = CommandWords.NameOf(seminar.Commands, words),
            Text = words,
            Wanted = ReplyVisibility.Channel,
            Channel = route.Address,
            User = new ChatUser(route.User),
        };
        var found = seminar.Find(command);
        var files = found.Info?.Choose(shared.Of(way.Workspace, envelope.List("event", "files"))) ?? [];
        return await dispatcher.AnswerAsync(seminar, found with { Request = found.Request with { Files = files } }, route, cancellationToken);
    }

    // Ignores messages to someone, in threads, from bots, and edits. Slack sends a mention of this bot as a separate event.
    private void Overhear(ISeminar seminar, JsonElement envelope)
    {
        var text = envelope.Text("event", "text") ?? "";
        if (envelope.Text("event", "bot_id") is not null
            || envelope.Text("event", "subtype") is not null
            || envelope.Text("event", "thread_ts") is not null
            || MessageText.MentionsSomebody(text)
            || routes.ReadEvent(envelope, envelope.Text("event", "channel")) is not { } way)
        {
            return;
        }

        var message = new ChatCommand
        {
            Name = ChatCommand.PlainWords,
            Text = MessageText.ReadWords(text),
            Channel = way.Address,
            User = new ChatUser(way.User)
        };
        dispatcher.Overhear(seminar, message, way with { Thread = envelope.Text("event", "ts"), OpensThread = true });
    }

    // If a message with a mention is edited, Slack sends another event for the mention.
    private async ValueTask<bool> IsFirstAsync(string message, CancellationToken cancellationToken) =>
        heard.TryAdd(message) && await claims.TryAsync($"{SlackPlatform.Name}/message {message}", Remembered, cancellationToken);

    [LoggerMessage(LogLevel.Warning, "Slack holds back events, because a workspace has more than 30,000 an hour.")]
    private partial void LogLimited();
}
