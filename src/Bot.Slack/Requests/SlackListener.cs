using Bot.Chat.Posting;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Says whether the bot receives members' channel messages. Slack sends them if the manifest has their events.</summary>
internal sealed class SlackListener(IOptions<SlackOptions> options) : IChannelListener
{
    public string Platform => SlackPlatform.Name;

    public string? Obstacle => options.Value.HearsChannels ? null : ListenerTexts.NotListening;

    public string Needs => ListenerTexts.Needs;
}
