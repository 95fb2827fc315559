using Bot.Chat.Posting;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Says whether what members post in channels comes here. Slack sends it where the manifest names its events.</summary>
internal sealed class SlackListener(IOptions<SlackOptions> options) : IChannelListener
{
    public string Platform => SlackPlatform.Name;

    public string? Obstacle => options.Value.HearsChannels ? null : ListenerTexts.NotListening;

    public string Needs => ListenerTexts.Needs;
}
