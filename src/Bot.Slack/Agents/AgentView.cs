using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;

namespace Bot.Slack.Agents;

/// <summary>
/// What Slack shows of an agent in its direct messages besides the messages themselves: prompts to begin with, what it is doing, and a title for
/// each conversation (https://docs.slack.dev/ai/developing-agents). Where an app or a workspace has none of that, Slack refuses the call, and
/// members get plain messages.
/// </summary>
/// <remarks>
/// Answers are not streamed. They are there as a whole, most of them within milliseconds, so a stream would only delay them: three calls in the
/// place of one, of which Slack takes the first and the last twenty times a minute in a workspace, fewer than a class asks. Its first piece
/// could not hold the words for notifications either.
/// </remarks>
internal sealed partial class AgentView(SlackWebApi api, TokenScopes scopes, TimeProvider time, ILogger<AgentView> logger)
{
    private const string Scope = "assistant:write";
    private const string Starters = "starters";
    private const int MaxPrompts = 4;
    private const int MaxKnown = 10_000;

    private static readonly TimeSpan CacheDuration = TimeSpan.FromHours(1);

    // An answer that is there sooner needs no word on that it is coming.
    private static readonly TimeSpan StatusDelay = TimeSpan.FromMilliseconds(500);

    private readonly BoundedCache<string, bool> shown = new(MaxKnown, time);

    /// <summary>Whether Slack shows the app as an agent, which has a thread for each conversation.</summary>
    public async ValueTask<bool> IsShownAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (shown.TryGet(workspace.Team, out var isShown))
        {
            return isShown;
        }

        // Where Slack does not say, a plain message is right in any workspace.
        return await scopes.HasAsync(workspace, Scope, cancellationToken) is true;
    }

    /// <summary>Offers prompts that the readings answer, to a member who opens their direct messages with the bot.</summary>
    /// <param name="seminar">Knows what to offer.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="place">The direct messages; with a thread where the app has the older view, in which each conversation is opened by itself.</param>
    /// <param name="user">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
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

    /// <summary>Shows in a conversation that the bot is working, where the work takes a while. The next message takes it away again.</summary>
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

    /// <summary>Calls a conversation by what it began with, in the list of those that the member had.</summary>
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

    [LoggerMessage(LogLevel.Information, "For an hour, direct messages in a workspace are plain ones, for Slack shows no agent there. {Problem}")]
    private partial void LogPlain(string problem);
}
