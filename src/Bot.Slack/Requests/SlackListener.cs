using Bot.Chat.Posting;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Says whether what members post in channels comes here. Slack sends it where the manifest names its events.</summary>
internal sealed class SlackListener(IOptions<SlackOptions> options) : IChannelListener
{
    public string Platform => SlackPlatform.Name;

    public string? Obstacle => options.Value.HearsChannels
        ? null
        : "I do not hear what is posted in channels. The person who runs this bot can change that: set Slack:HearsChannels to true, start it again, and "
          + "write the manifest again, which then names the events message.channels and message.groups.";

    public string Needs => "For that I have to be in this channel: /invite @Seminar Bot.";
}
