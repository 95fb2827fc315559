using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Slack.Fake;

/// <summary>The agent view of Slack: https://docs.slack.dev/ai/developing-agents. Thread-safe.</summary>
public sealed partial class FakeAgent
{
    private const int MostPrompts = 4;
    private const int MaxSessionTitle = 200;

    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentQueue<string> setTo = new();
    private readonly ConcurrentDictionary<(string Channel, string Thread), string> sessions = new();
    private readonly ConcurrentDictionary<(string Channel, string Thread), string> statuses = new();
    private readonly ConcurrentDictionary<(string Channel, string Thread), string> titles = new();

    /// <summary>Whether the app has the older view, in which prompts belong to a thread.</summary>
    public bool IsOlder { get; set; }

    /// <summary>Whether the workspace has sessions: https://docs.slack.dev/ai/agent-sessions.</summary>
    public bool HasSessions { get; set; } = true;

    /// <summary>The statuses of sessions, in order.</summary>
    public IReadOnlyList<string> SessionStatuses => [.. setTo];

    /// <summary>The suggested prompts; empty if Slack shows none.</summary>
    public IReadOnlyList<(string Title, string Message)> Prompts { get; private set; } = [];

    /// <summary>All statuses that were shown, in order.</summary>
    public IReadOnlyList<string> SeenStatuses => [.. seen];

    /// <summary>The number of conversations with a status now.</summary>
    public int Working => statuses.Count + sessions.Values.Count(status => status == "processing");

    /// <summary>The titles of conversations, by channel and thread.</summary>
    public IReadOnlyDictionary<(string Channel, string Thread), string> Titles => titles;

    internal JsonObject Answer(ApiCall call)
    {
        var (channel, thread) = (call["channel_id"], call["thread_ts"]);
        if (call.Method.StartsWith("agents.", StringComparison.Ordinal) && !HasSessions)
        {
            return WebApiMethods.No("unknown_method");
        }

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

        if (call.Method == "agents.sessions.setStatus")
        {
            return SetSession(channel, thread, call["status"], call["title"]);
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

    // A message does not change a session. Only the first call sets the title.
    private JsonObject SetSession(string channel, string thread, string status, string title)
    {
        if (status is not ("active" or "processing" or "suspended" or "closed") || title.Length > MaxSessionTitle)
        {
            return WebApiMethods.No("invalid_arguments");
        }

        if (sessions.TryAdd((channel, thread), status) && title.Length > 0)
        {
            titles[(channel, thread)] = title;
        }

        sessions[(channel, thread)] = status;
        setTo.Enqueue(status);
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
