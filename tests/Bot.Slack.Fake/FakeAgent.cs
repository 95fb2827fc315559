using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Slack.Fake;

/// <summary>The agent view of Slack: https://docs.slack.dev/ai/developing-agents. Thread-safe.</summary>
public sealed partial class FakeAgent
{
    private const int MostPrompts = 4;

    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentDictionary<(string Channel, string Thread), string> statuses = new();
    private readonly ConcurrentDictionary<(string Channel, string Thread), string> titles = new();

    /// <summary>Whether the app has the older view, in which prompts belong to a thread.</summary>
    public bool IsOlder { get; set; }

    /// <summary>The suggested prompts; empty if Slack shows none.</summary>
    public IReadOnlyList<(string Title, string Message)> Prompts { get; private set; } = [];

    /// <summary>All statuses that were shown, in order.</summary>
    public IReadOnlyList<string> SeenStatuses => [.. seen];

    /// <summary>The number of conversations with a status now.</summary>
    public int Working => statuses.Count;

    /// <summary>The titles of conversations, by channel and thread.</summary>
    public IReadOnlyDictionary<(string Channel, string Thread), string> Titles => titles;

    internal JsonObject Answer(ApiCall call)
    {
        var (channel, thread) = (call["channel_id"], call["thread_ts"]);
        if (!channel.StartsWith('D'))
        {
            return WebApiMethods.No("channel_not_found");
        }

        if (call.Method == "assistant.threads.setSuggestedPrompts")
        {
            return Offer(call.Json("prompts") as JsonArray ?? [], thread);
        }

        if (!Timestamp.IsMatch(thread))
        {
            return WebApiMethods.No("invalid_thread_ts");
        }

        if (call.Method == "assistant.threads.setTitle")
        {
            titles[(channel, thread)] = call["title"];
            return call["title"].Length > 0 ? WebApiMethods.Yes() : WebApiMethods.No("missing_argument");
        }

        seen.Enqueue(call["status"]);
        statuses[(channel, thread)] = call["status"];
        return WebApiMethods.Yes();
    }

    /// <summary>A message removes the status of its conversation.</summary>
    internal void Posted(string channel, string thread) => statuses.TryRemove((channel, thread), out _);

    private JsonObject Offer(JsonArray prompts, string thread)
    {
        var offered = prompts.Select(prompt => (prompt?["title"]?.GetValue<string>() ?? "", prompt?["message"]?.GetValue<string>() ?? "")).ToList();
        if (offered.Count is 0 or > MostPrompts || offered.Exists(prompt => prompt.Item1.Length == 0 || prompt.Item2.Length == 0))
        {
            return WebApiMethods.No("invalid_arguments");
        }

        // If it does not match the app's view, Slack ignores it without an error.
        if (IsOlder == thread.Length > 0)
        {
            Prompts = offered;
        }

        return WebApiMethods.Yes();
    }

    [GeneratedRegex(@"^\d+\.\d{6}$")]
    private static partial Regex Timestamp { get; }
}
