using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Agents;

/// <summary>
/// The extras of an agent in Slack's direct messages: suggested prompts, a status with a button that stops the work, and a title for each
/// conversation (https://docs.slack.dev/ai/developing-agents). If an app or a workspace does not have them, Slack refuses the call, and members get plain
/// messages.
/// </summary>
/// <remarks>
/// Answers are not streamed. Most are complete within milliseconds, so a stream would only delay them: it needs three calls instead of one, and Slack
/// allows the first and the last only twenty times a minute in a workspace, fewer than a class needs. A stream's first part also cannot contain the text
/// for notifications.
/// </remarks>
internal sealed partial class AgentView(SlackWebApi api, TokenScopes scopes, TimeProvider time, ILogger<AgentView> logger)
{
    private const string Scope = "assistant:write";
    private const string Starters = "starters";
    private const string SetStatus = "agents.sessions.setStatus";
    private const string Working = "processing";
    private const string Resting = "active";
    private const int MaxPrompts = 4;
    private const int MaxKnown = 10_000;

    private static readonly TimeSpan CacheDuration = TimeSpan.FromHours(1);

    // A faster answer needs no status.
    private static readonly TimeSpan StatusDelay = TimeSpan.FromMilliseconds(500);

    private readonly BoundedCache<string, bool> shown = new(MaxKnown, time);
    private readonly BoundedCache<string, bool> withoutSessions = new(MaxKnown, time);
    private readonly ConcurrentDictionary<(string Team, string Channel, string Thread), AgentSession> working = new();

    /// <summary>Whether Slack shows the app as an agent, with a thread for each conversation.</summary>
    public async ValueTask<bool> IsShownAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (shown.TryGet(workspace.Team, out var isShown))
        {
            return isShown;
        }

        // If Slack does not answer, a plain message works in any workspace.
        return await scopes.HasAsync(workspace, Scope, cancellationToken) is true;
    }

    /// <summary>Suggests prompts that the readings can answer to a member who opens their direct messages with the bot.</summary>
    /// <param name="seminar">Makes the prompts.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="place">The direct messages; with a thread if the app has the older view, where each conversation is opened separately.</param>
    /// <param name="user">The member.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task SuggestAsync(ISeminar seminar, Workspace workspace, ChannelAddress place, string user, CancellationToken cancellationToken)
    {
        if (seminar.Commands.All(info => info.Name != Starters) || (shown.TryGet(workspace.Team, out var isShown) && !isShown))
        {
            return;
        }

        var asked = new ChatCommand { Name = Starters, Channel = place, User = new ChatUser(user), Style = CommandStyle.Slash };
        var prompts = (await seminar.HandleAsync(asked, cancellationToken)).Choices.Take(MaxPrompts).Select(PromptOf).ToList();
        if (prompts.Count > 0)
        {
            await CallAsync(
                workspace,
                "assistant.threads.setSuggestedPrompts",
                new JsonObject { ["channel_id"] = place.Channel, ["thread_ts"] = place.Thread, ["prompts"] = new JsonArray([.. prompts]) },
                cancellationToken);
        }
    }

    /// <summary>Begins the work on a request in a conversation. Dispose of it when the request is answered.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="channel">The direct messages.</param>
    /// <param name="thread">The conversation.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="begins">The words that the conversation begins with; null where it has begun before.</param>
    /// <param name="cancellationToken">Ends the work when the program stops.</param>
    public AgentSession Begin(Workspace workspace, string channel, string thread, string user, string? begins, CancellationToken cancellationToken)
    {
        var session = new AgentSession(workspace, channel, thread, user, Leave, cancellationToken)
        {
            Title = begins is null ? null : ShortText.Of(begins, SlackLimits.Label),
        };
        working[KeyOf(session)] = session;
        return session;
    }

    /// <summary>Stops the work on a conversation, as its member wants.</summary>
    /// <returns>False where none is under way here.</returns>
    public async Task<bool> TryStopAsync(Workspace workspace, string channel, string thread)
    {
        if (!working.TryGetValue((workspace.Team, channel, thread), out var session))
        {
            return false;
        }

        await session.StopAsync();
        return true;
    }

    /// <summary>Shows that nothing is under way in a conversation.</summary>
    public Task RestAsync(Workspace workspace, string channel, string thread, CancellationToken cancellationToken) =>
        api.CallAsync(workspace, SetStatus, Status(channel, thread, Resting), cancellationToken);

    /// <summary>Shows in a conversation that the bot is working, where the work takes a while.</summary>
    public async Task ShowWorkAsync(Task work, AgentSession session, CancellationToken cancellationToken)
    {
        await Task.WhenAny(work, Task.Delay(StatusDelay, time, cancellationToken));
        if (work.IsCompleted || await TrySetAsync(session, Working, cancellationToken))
        {
            return;
        }

        // The next message takes it away again.
        await CallAsync(
            session.Workspace,
            "assistant.threads.setStatus",
            new JsonObject { ["channel_id"] = session.Channel, ["thread_ts"] = session.Thread, ["status"] = AgentTexts.Working },
            cancellationToken);
    }

    /// <summary>
    /// Shows that the work is done. A conversation that begins is called by what it began with, in the list of those that the member had.
    /// </summary>
    public async Task EndAsync(AgentSession session, CancellationToken cancellationToken)
    {
        if ((!session.IsShown && session.Title is null) || await TrySetAsync(session, Resting, cancellationToken) || session.Title is null)
        {
            return;
        }

        await CallAsync(
            session.Workspace,
            "assistant.threads.setTitle",
            new JsonObject { ["channel_id"] = session.Channel, ["thread_ts"] = session.Thread, ["title"] = session.Title },
            cancellationToken);
    }

    private void Leave(AgentSession session) => working.TryRemove(new(KeyOf(session), session));

    private static (string Team, string Channel, string Thread) KeyOf(AgentSession session) =>
        (session.Workspace.Team, session.Channel, session.Thread);

    private static JsonObject Status(string channel, string thread, string status) =>
        new() { ["channel_id"] = channel, ["thread_ts"] = thread, ["status"] = status };

    // Where Slack knows no sessions yet, there is the older way to show the same.
    private async Task<bool> TrySetAsync(AgentSession session, string status, CancellationToken cancellationToken)
    {
        if (withoutSessions.TryGet(session.Workspace.Team, out _))
        {
            return false;
        }

        var arguments = Status(session.Channel, session.Thread, status);
        (arguments["title"], arguments["initiator_user_id"]) = (session.Title, session.User);
        switch (await api.CallAsync(session.Workspace, SetStatus, arguments, cancellationToken))
        {
            case ApiAnswer.Refused refused:
                withoutSessions.Set(session.Workspace.Team, true, CacheDuration);
                LogOlder(refused.Error);
                return false;
            case ApiAnswer.Done:
                session.IsShown = status == Working;
                return true;
            default:
                return true;
        }
    }

    private static JsonNode PromptOf(Choice choice) => new JsonObject { ["title"] = choice.Label, ["message"] = $"{choice.Command} {choice.Text}".TrimEnd() };

    private async Task CallAsync(Workspace workspace, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        if (await api.CallAsync(workspace, method, arguments, cancellationToken) is ApiAnswer.Refused refused)
        {
            shown.Set(workspace.Team, false, CacheDuration);
            LogPlain(refused.Why);
        }
    }

    [LoggerMessage(LogLevel.Information, "Slack has no sessions in a workspace, so no button stops an answer there for an hour ({Error}).")]
    private partial void LogOlder(string error);

    [LoggerMessage(LogLevel.Information, "Slack shows no agent in a workspace, so its direct messages are plain for an hour. {Problem}")]
    private partial void LogPlain(string problem);
}
