using System.Text.Json.Nodes;

namespace Bot.Slack.Posting;

/// <summary>
/// Gets the names of channels and workspaces from Slack: https://docs.slack.dev/reference/methods/conversations.info, auth.test.
/// </summary>
internal sealed class SlackChannelNames(SlackWebApi api) : IChannelNames
{
    public string Platform => SlackPlatform.Name;

    public async Task<string?> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            new Workspace(channel.Space), "conversations.info", new JsonObject { ["channel"] = channel.Channel }, cancellationToken);
        return answer is ApiAnswer.Done { Body: var body } ? body.Text("channel", "name") : null;
    }

    public async Task<string?> OfSpaceAsync(string space, CancellationToken cancellationToken) =>
        await api.CallAsync(new Workspace(space), "auth.test", [], cancellationToken) is ApiAnswer.Done { Body: var body } ? body.Text("team") : null;
}
