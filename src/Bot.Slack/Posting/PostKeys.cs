using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat.Posting;

namespace Bot.Slack.Posting;

/// <summary>Stores the key of a post as metadata of its message (https://docs.slack.dev/messaging/message-metadata). Every app can read it.</summary>
internal static class PostKeys
{
    private const string EventType = "seminar_bot_post";

    public static JsonObject CreateMetadata(string key) => new()
    {
        ["event_type"] = EventType,
        ["event_payload"] = new JsonObject { ["key"] = key },
    };

    /// <summary>The key of one message of a post.</summary>
    /// <param name="key">The post's key.</param>
    /// <param name="part">The message's number, from 0.</param>
    public static string Of(string key, int part) => part == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{part}");

    /// <summary>The key of the first message in a post's thread.</summary>
    public static string OfThread(string key) => $"{key}/thread";

    /// <summary>Searches a channel or thread for the message with a key.</summary>
    public static async Task<FindOutcome> FindAsync(
        SlackWebApi api, ChannelAddress channel, string key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await foreach (var page in History.ReadAsync(api, channel, since, cancellationToken))
        {
            if (page.Problem is { } problem)
            {
                return new FindOutcome.Unclear(problem) { Advice = page.Refusal is { } refusal ? PostProblems.Explain(refusal) : null };
            }

            foreach (var message in page.Messages)
            {
                if (message.Text("metadata", "event_payload", "key") == key && message.Text("ts") is { } id)
                {
                    return new FindOutcome.Found(new PostedMessage(channel, id));
                }
            }
        }

        return new FindOutcome.Absent();
    }

    /// <summary>A time in Slack's format: seconds since 1970, with a decimal point.</summary>
    public static string FormatTimestamp(DateTimeOffset at) =>
        (at.ToUnixTimeMilliseconds() / 1000m).ToString("0.000000", CultureInfo.InvariantCulture);
}
