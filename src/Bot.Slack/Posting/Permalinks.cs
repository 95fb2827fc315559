using System.Text.Json.Nodes;

namespace Bot.Slack.Posting;

/// <summary>Links to messages: https://docs.slack.dev/reference/methods/chat.getPermalink.</summary>
internal static class Permalinks
{
    /// <summary>The link to a message; null if Slack does not return it.</summary>
    public static async Task<Uri?> ToAsync(SlackWebApi api, ChannelAddress channel, string message, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            new Workspace(channel.Space), "chat.getPermalink", new JsonObject { ["channel"] = channel.Channel, ["message_ts"] = message }, cancellationToken);
        return answer is ApiAnswer.Done { Body: var body } && Uri.TryCreate(body.Text("permalink"), UriKind.Absolute, out var address) ? address : null;
    }
}
