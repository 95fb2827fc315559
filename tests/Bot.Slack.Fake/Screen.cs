using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>A message on a screen.</summary>
/// <param name="Id">Its timestamp, which is its id.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Body">Its text and blocks from the request.</param>
public sealed record ScreenMessage(string Id, string Channel, JsonObject Body)
{
    /// <summary>The only member who sees it; null for everyone in the channel.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Its thread.</summary>
    public string? Thread { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether only one member sees it: it is ephemeral, or a direct message.</summary>
    public bool IsPrivate => OnlyFor is not null || Channel.StartsWith('D') || Channel.StartsWith('U');
}

/// <summary>The visible messages and views, and the rules for them. Thread-safe.</summary>
/// <param name="time">The clock for timestamps.</param>
public sealed class Screen(TimeProvider time)
{
    // For all blocks together; undocumented: https://github.com/slackapi/bolt-js/issues/2509.
    private const int MostText = 12_000;

    // Documented as characters, but counted in bytes.
    private const int MostUpdatedBytes = 4000;
    private const int MostNotified = 40_000;

    private readonly Lock gate = new();
    private readonly List<ScreenMessage> messages = [];
    private readonly List<string> problems = [];
    private readonly List<JsonObject> views = [];
    private readonly HashSet<string> threads = new(StringComparer.Ordinal);
    private decimal last;

    /// <summary>The messages, in order.</summary>
    public IReadOnlyList<ScreenMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>The shown modals and App Home pages.</summary>
    public IReadOnlyList<JsonObject> Views
    {
        get
        {
            lock (gate)
            {
                return [.. views];
            }
        }
    }

    /// <summary>The broken rules; each such message was refused.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (gate)
            {
                return [.. problems];
            }
        }
    }

    /// <summary>Records that members have written in a thread.</summary>
    public void HasThread(string? thread)
    {
        lock (gate)
        {
            threads.Add(thread ?? "");
        }
    }

    /// <summary>Shows a message.</summary>
    /// <returns>The message, or null and Slack's error code.</returns>
    public (ScreenMessage? Message, string? Error) Show(string channel, JsonObject body, string? onlyFor)
    {
        lock (gate)
        {
            if (Refusal(body, update: false) is { } error)
            {
                return (null, error);
            }

            // Unique, with microseconds.
            last = Math.Max(last + 0.000001m, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond);
            var message = new ScreenMessage(ApiCall.Timestamp(last), channel, body)
            {
                OnlyFor = onlyFor,
                Thread = body["thread_ts"]?.GetValue<string>(),
            };
            messages.Add(message);
            if (message.Thread is { } thread && onlyFor is null)
            {
                threads.Add(thread);
            }
            else if (message.Thread is { } unseen && !threads.Contains(unseen))
            {
                problems.Add("A private message is in a thread without messages, so nobody sees it.");
            }

            return (message, null);
        }
    }

    /// <summary>Changes a message, by its channel and timestamp.</summary>
    /// <returns>Slack's error code; null on success.</returns>
    public string? Change(string channel, string id, Func<ScreenMessage, ScreenMessage?> change)
    {
        lock (gate)
        {
            var at = messages.FindIndex(message => message.Channel == channel && message.Id == id);
            if (at < 0)
            {
                return "message_not_found";
            }

            var changed = change(messages[at]);
            if (changed is null)
            {
                messages.RemoveAt(at);
                return null;
            }

            if (!ReferenceEquals(changed.Body, messages[at].Body) && Refusal(changed.Body, update: true) is { } error)
            {
                return error;
            }

            messages[at] = changed;
            return null;
        }
    }

    /// <summary>Shows a view.</summary>
    /// <returns>Slack's error code; null on success.</returns>
    public string? ShowView(JsonObject view)
    {
        lock (gate)
        {
            var broken = BlockKitRules.CheckView(view);
            problems.AddRange(broken);
            if (broken.Count == 0)
            {
                views.Add(view);
            }

            return broken.Count == 0 ? null : "invalid_blocks";
        }
    }

    private string? Refusal(JsonObject body, bool update)
    {
        var text = body["text"]?.GetValue<string>() ?? "";
        var broken = BlockKitRules.CheckMessage(body).ToList();
        if (string.IsNullOrWhiteSpace(text))
        {
            broken.Add("A message has no text for notifications.");
        }

        var tooLong = BlockKitRules.TextOf(body["blocks"]) > MostText ? "msg_blocks_too_long"
            : text.EnumerateRunes().Count() > MostNotified || (update && Encoding.UTF8.GetByteCount(text) > MostUpdatedBytes) ? "msg_too_long"
            : null;
        problems.AddRange(broken);
        problems.AddRange(tooLong is null ? [] : [tooLong]);
        return broken.Count > 0 ? "invalid_blocks" : tooLong;
    }
}
