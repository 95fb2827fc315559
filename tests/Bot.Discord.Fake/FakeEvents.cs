using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Events in the format of the gateway and of HTTP.</summary>
public static class FakeEvents
{
    /// <summary>A message that mentions the bot.</summary>
    /// <param name="words">The text after the mention.</param>
    /// <param name="author">The author.</param>
    /// <param name="isBot">Whether a program wrote it.</param>
    /// <param name="channel">The channel.</param>
    public static JsonObject Mention(string words, string author = FakeInteractions.Member, bool isBot = false, string channel = LoopbackDiscord.Channel) => new()
    {
        ["id"] = Snowflakes.Next(),
        ["type"] = 0,
        ["channel_id"] = channel,
        ["guild_id"] = LoopbackDiscord.Server,
        ["author"] = new JsonObject { ["id"] = author, ["username"] = "somebody", ["bot"] = isBot },
        ["content"] = $"<@{LoopbackDiscord.BotId}> {words}",
        ["mentions"] = new JsonArray(new JsonObject { ["id"] = LoopbackDiscord.BotId, ["username"] = "seminar" }),
        ["timestamp"] = "2026-03-01T09:00:00+00:00",
        ["embeds"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
    };

    /// <summary>A channel message that is not addressed to anyone, in the format with the intent “Message Content”.</summary>
    /// <param name="words">The text.</param>
    public static JsonObject Post(string words)
    {
        var message = Mention(words);
        (message["content"], message["mentions"]) = (words, new JsonArray());
        return message;
    }

    /// <summary>A server as the gateway sends it: when a session starts, or when the bot joins.</summary>
    public static JsonObject Server(DateTimeOffset joinedAt, string server = LoopbackDiscord.Server) => new()
    {
        ["id"] = server,
        ["name"] = "Seminar",
        ["joined_at"] = joinedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["unavailable"] = false,
        ["channels"] = new JsonArray(),
        ["roles"] = new JsonArray(),
        ["members"] = new JsonArray(),
        ["threads"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["system_channel_id"] = LoopbackDiscord.Channel,
    };

    /// <summary>A ping over HTTP.</summary>
    public static JsonObject Ping() => new() { ["version"] = 1, ["application_id"] = LoopbackDiscord.BotId, ["type"] = 0 };

    /// <summary>The event over HTTP that the application was installed, in a server or for a member.</summary>
    /// <param name="server">The server; null if there is none.</param>
    public static JsonObject Authorized(string? server = LoopbackDiscord.Server)
    {
        var data = new JsonObject
        {
            ["integration_type"] = server is null ? 1 : 0,
            ["scopes"] = new JsonArray("bot", "applications.commands"),
            ["user"] = new JsonObject { ["id"] = FakeInteractions.Member, ["username"] = "ada" },
        };
        if (server is not null)
        {
            data["guild"] = new JsonObject { ["id"] = server, ["name"] = "Seminar" };
        }

        return new JsonObject
        {
            ["version"] = 1,
            ["application_id"] = LoopbackDiscord.BotId,
            ["type"] = 1,
            ["event"] = new JsonObject { ["type"] = "APPLICATION_AUTHORIZED", ["timestamp"] = "2026-03-01T09:00:00.064834", ["data"] = data },
        };
    }

    /// <summary>A reply to a message of the bot with Discord's reply button: the bot is in the list of mentions, but not in the text.</summary>
    /// <param name="words">The text.</param>
    /// <param name="to">The message that is replied to.</param>
    public static JsonObject Reply(string words, string to = "77")
    {
        var message = Mention(words);
        message["type"] = 19;
        message["content"] = words;
        message["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = to, ["channel_id"] = LoopbackDiscord.Channel, ["guild_id"] = LoopbackDiscord.Server };
        return message;
    }
}
