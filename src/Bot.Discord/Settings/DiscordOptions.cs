namespace Bot.Discord.Settings;

/// <summary>How interactions and messages come from Discord.</summary>
public enum DiscordTransport
{
    /// <summary>Discord sends signed requests to the public address of this program.</summary>
    Http,

    /// <summary>This program connects to Discord, which needs no public address.</summary>
    Gateway,
}

/// <summary>The section <c>Discord</c>. Where neither key nor token is set, Discord is not served.</summary>
public sealed class DiscordOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Discord";

    /// <summary>How interactions and messages come from Discord.</summary>
    public DiscordTransport Transport { get; set; } = DiscordTransport.Http;

    /// <summary>The application's id, from its page “General Information”.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>The application's public key, from the same page: 64 hexadecimal digits. Needed for <see cref="DiscordTransport.Http"/>.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The bot's token, from the page “Bot”. A secret: it belongs in the environment.</summary>
    public string Token { get; set; } = "";

    /// <summary>
    /// Whether what members post in channels comes here too, and not only what they put to the bot, so that teachers can have questions answered
    /// without a command (<c>settings answers:here</c>). Over the gateway alone, which is then asked for the intent “Message Content”.
    /// </summary>
    public bool HearsChannels { get; set; }

    /// <summary>Which part of the servers this process serves over the gateway, from 0.</summary>
    public int Shard { get; set; }

    /// <summary>In how many parts the servers are divided over the gateway.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Where Discord's API is.</summary>
    public string ApiBase { get; set; } = "https://discord.com/api/v10";

    /// <summary>Where the files stand that members attach; nothing is fetched from elsewhere.</summary>
    public string FilesBase { get; set; } = "https://cdn.discordapp.com";

    /// <summary>Where Discord's gateway is.</summary>
    public string GatewayUrl { get; set; } = "wss://gateway.discord.gg/?v=10&encoding=json";

    internal bool IsConfigured => PublicKey.Length > 0 || Token.Length > 0;
}
