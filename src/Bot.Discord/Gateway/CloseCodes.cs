namespace Bot.Discord.Gateway;

/// <summary>The close codes after which reconnecting does not help (topics/opcodes-and-status-codes, “Gateway Close Event Codes”).</summary>
internal static class CloseCodes
{
    /// <summary>The problem that the operator must fix before the bot can reconnect; null if the bot should reconnect.</summary>
    public static string? Explain(int? code) => code switch
    {
        4004 => "Discord does not know the token. Copy it again from “Bot” in Discord's developer portal into BOT__Discord__Token, and start again.",
        4010 => "Discord does not know this shard. Set Discord:Shard to a number from 0 to one less than Discord:Shards.",
        4011 => "The bot is in too many servers for one connection. Set Discord:Shards to more, and start a process for each shard.",
        4012 => "Discord no longer speaks this version of its gateway. Install a newer version of this program.",
        4013 => "Discord does not know the intents that were asked for. Install a newer version of this program.",
        4014 => "Discord does not grant an intent that was asked for. Switch on “Message Content Intent” under “Bot” in Discord's developer portal, or "
            + "set Discord:HearsChannels to false.",
        _ => null,
    };
}
