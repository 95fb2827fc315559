using Bot.Chat.Posting;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Mentions;

/// <summary>Says whether what members post in channels comes here: over the gateway alone, and with its words where Discord grants them.</summary>
internal sealed class DiscordListener(IOptions<DiscordOptions> options, DiscordApplication application) : IChannelListener
{
    public string Platform => DiscordChannels.Platform;

    public string? Obstacle => !options.Value.HearsChannels ? ListenerTexts.NotListening
        : application.ReadsMessages == false ? ListenerTexts.NoContent
        : null;

    public string Needs => ListenerTexts.Needs;
}
