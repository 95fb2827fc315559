using Bot.Chat.Posting;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Mentions;

/// <summary>Says whether the bot receives members' channel messages: only over the gateway, and with text only if Discord grants the intent.</summary>
internal sealed class DiscordListener(IOptions<DiscordOptions> options, DiscordApplication application) : IChannelListener
{
    public string Platform => DiscordChannels.Platform;

    public string? Obstacle => !options.Value.HearsChannels ? ListenerTexts.NotListening
        : application.ReadsMessages == false ? ListenerTexts.NoContent
        : null;

    public string Needs => ListenerTexts.Needs;
}
