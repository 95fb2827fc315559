using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Agents;

/// <summary>
/// The extras of an agent in Slack's direct messages: suggested prompts, a status, and a title for each conversation
/// (https://docs.slack.dev/ai/developing-agents). If an app or a workspace does not have them, Slack refuses the call, and members get plain messages.
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
    private const int MaxPrompts = 4;
    private const int MaxKnown = 10_000;

    private static readonly TimeSpan CacheDuration = TimeSpan.FromHours(1);

    // A faster answer needs no status.
    private static readonly TimeSpan StatusDelay = TimeSpan.FromMilliseconds(500);

    private readonly BoundedCache<string, bool> shown = new(MaxKnown, time);

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

    /// <summary>Shows in a conversation that the bot is working, if the work takes a while. The next message removes the status.</summary>
    public async Task ShowWorkAsync(Task work, Workspace workspace, string channel, string thread, CancellationToken cancellationToken)
    {
        await Task.WhenAny(work, Task.Delay(StatusDelay, time, cancellationToken));
        if (!work.IsCompleted)
        {
            await CallAsync(
                workspace,
                "assistant.threads.setStatus",
                new JsonObject { ["channel_id"] = channel, ["thread_ts"] = thread, ["status"] = AgentTexts.Working },
                cancellationToken);
        }
    }

    /// <summary>Sets a conversation's title to its first message, for the member's list of conversations.</summary>
    public Task NameAsync(Workspace workspace, string channel, string thread, string words, CancellationToken cancellationToken) => CallAsync(
        workspace,
        "assistant.threads.setTitle",
        new JsonObject { ["channel_id"] = channel, ["thread_ts"] = thread, ["title"] = ShortText.Of(words, SlackLimits.Label) },
        cancellationToken);

    private static JsonNode PromptOf(Choice choice) => new JsonObject { ["title"] = choice.Label, ["message"] = $"{choice.Command} {choice.Text}".TrimEnd() };

    private async Task CallAsync(Workspace workspace, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        if (await api.CallAsync(workspace, method, arguments, cancellationToken) is ApiAnswer.Refused refused)
        {
            shown.Set(workspace.Team, false, CacheDuration);
            LogPlain(refused.Why);
        }
    }

    [LoggerMessage(LogLevel.Information, "Slack shows no agent in a workspace, so its direct messages are plain for an hour. {Problem}")]
    private partial void LogPlain(string problem);
}
