using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Slack.Posting;

/// <summary>The messages of a channel (latest first) or of a thread (oldest first), page by page.</summary>
internal static class History
{
    // The maximum that Slack recommends: https://docs.slack.dev/reference/methods/conversations.history.
    private const int PageSize = 200;

    /// <summary>One page of messages, or why it could not be read.</summary>
    public sealed record Page(IReadOnlyList<JsonElement> Messages, string? Problem)
    {
        /// <summary>Slack's refusal; null if it did not refuse.</summary>
        public ApiAnswer.Refused? Refusal { get; init; }

        /// <summary>Whether it could not be read because the bot is not in the channel.</summary>
        public bool IsUnseen => Refusal is { Error: "not_in_channel" or "channel_not_found" };
    }

    public static async IAsyncEnumerable<Page> ReadAsync(
        SlackWebApi api, ChannelAddress channel, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var arguments = new JsonObject
            {
                ["channel"] = channel.Channel,
                ["ts"] = channel.Thread,
                ["oldest"] = PostKeys.FormatTimestamp(since),
                ["limit"] = PageSize,
                ["include_all_metadata"] = true,
                ["cursor"] = cursor,
            };
            var method = channel.Thread is null ? "conversations.history" : "conversations.replies";
            if (await api.CallAsync(new Workspace(channel.Space), method, arguments, cancellationToken) is var answer
                && answer is not ApiAnswer.Done { Body: var body })
            {
                yield return new Page([], answer.Problem) { Refusal = answer as ApiAnswer.Refused };
                yield break;
            }

            cursor = body.Text("response_metadata", "next_cursor");
            if (!body.HasList("messages") || (body.IsTrue("has_more") && string.IsNullOrEmpty(cursor)))
            {
                yield return new Page([], "Slack did not return all messages.");
                yield break;
            }

            yield return new Page(body.List("messages"), null);
        }
        while (!string.IsNullOrEmpty(cursor));
    }
}
