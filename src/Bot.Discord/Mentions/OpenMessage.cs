using System.Text.Json;

namespace Bot.Discord.Mentions;

/// <summary>Reads channel messages that are not addressed to anyone.</summary>
internal static class OpenMessage
{
    // The type of a message that is neither a reply nor a system message (resources/message, “Message Types”).
    private const int Default = 0;

    /// <summary>The message as a question to the seminar; null if it is from a bot, addressed to someone, or without text.</summary>
    /// <param name="message">The message from the gateway. It has text only if Discord grants the intent “Message Content”.</param>
    public static Mention? Read(JsonElement message)
    {
        var author = message.At("author");
        return message.At("id").Text() is { } id && Snowflake.Is(id)
            && author.At("id").Text() is { } user
            && !author.At("bot").IsTrue()
            && message.At("webhook_id").Text() is null
            && message.At("guild_id").Text() is not null
            && message.At("type").Number() is null or Default
            && !MentionsSomebody(message)
            && message.At("content").Text() is { } content && !string.IsNullOrWhiteSpace(content)
            ? new Mention(id, new ChatCommand
            {
                Name = ChatCommand.PlainWords,
                Text = content,
                Channel = DiscordChannels.ReadAddress(message.At("guild_id"), message.At("channel_id"), message.At("channel")),
                User = new ChatUser(user),
                Style = CommandStyle.SlashFields,
            })
            : null;
    }

    private static bool MentionsSomebody(JsonElement message) =>
        message.At("mention_everyone").IsTrue() || message.At("mentions").Items().Any() || message.At("mention_roles").Items().Any();
}
