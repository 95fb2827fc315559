namespace Bot.Discord.Settings;

/// <summary>How the bot receives interactions and messages from Discord.</summary>
public enum DiscordTransport
{
    /// <summary>Discord sends signed requests to the program's public URL.</summary>
    Http,

    /// <summary>The program connects to Discord, without a public URL.</summary>
    Gateway,
}

/// <summary>The section <c>Discord</c>. Discord is disabled if neither key nor token is set.</summary>
public sealed class DiscordOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Discord";

    /// <summary>How the bot receives interactions and messages from Discord.</summary>
    public DiscordTransport Transport { get; set; } = DiscordTransport.Http;

    /// <summary>The application's id, from its page “General Information”.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>The application's public key, from the same page: 64 hexadecimal digits. Needed for <see cref="DiscordTransport.Http"/>.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The bot's token, from the page “Bot”. A secret: it belongs in the environment.</summary>
    public string Token { get; set; } = "";

    /// <summary>
    /// Whether the bot also receives channel messages that are not addressed to it, so that teachers can let it answer questions without a command
    /// (<c>settings answers:here</c>). Only over the gateway, with the intent “Message Content”.
    /// </summary>
    public bool HearsChannels { get; set; }

    /// <summary>This process's shard of the gateway, from 0.</summary>
    public int Shard { get; set; }

    /// <summary>The number of shards.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>The URL of Discord's API.</summary>
    public string ApiBase { get; set; } = "https://discord.com/api/v10";

    /// <summary>The URL of members' attached files; nothing is downloaded from elsewhere.</summary>
    public string FilesBase { get; set; } = "https://cdn.discordapp.com";

    /// <summary>The URL of Discord's gateway.</summary>
    public string GatewayUrl { get; set; } = "wss://gateway.discord.gg/?v=10&encoding=json";

    internal bool IsConfigured => PublicKey.Length > 0 || Token.Length > 0;
}
