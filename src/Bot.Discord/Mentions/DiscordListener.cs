using Bot.Chat.Posting;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Mentions;

/// <summary>Says whether what members post in channels comes here: over the gateway alone, and with its words where Discord grants them.</summary>
internal sealed class DiscordListener(IOptions<DiscordOptions> options, DiscordApplication application) : IChannelListener
{
    private const string Intent = "“Message Content Intent” switched on under “Bot” in Discord's developer portal";

    public string Platform => DiscordChannels.Platform;

    public string? Obstacle => !options.Value.HearsChannels
        ? $"I do not hear what is posted in channels. The person who runs this bot can change that: it takes {Intent}, the gateway, and "
          + "Discord:HearsChannels set to true."
        : application.ReadsMessages == false ? $"Discord does not give me what members write. It takes {Intent}." : null;

    public string Needs => "For that I have to see this channel and may write in it.";
}
