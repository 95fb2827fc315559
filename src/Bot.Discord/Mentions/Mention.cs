using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Discord.Protocol;

namespace Bot.Discord.Mentions;

/// <summary>A message of a member that mentions the bot.</summary>
/// <param name="Id">Discord's id of it.</param>
/// <param name="Command">What it asks for.</param>
internal sealed record Mention(string Id, ChatCommand Command)
{
    /// <summary>
    /// Reads a message; null where it is none for the bot: of a bot, or without a mention of this one in its text. A reply to a message of
    /// the bot mentions it too, in the list beside the text, although a member who answers a motion asks nothing of the bot.
    /// </summary>
    /// <param name="message">The message as the gateway brings it.</param>
    /// <param name="self">The bot's id.</param>
    public static Mention? Read(JsonElement message, string self)
    {
        var author = message.At("author");
        if (message.At("id").Text() is not { } id || !Snowflake.Is(id) || author.At("id").Text() is not { } user
            || user == self || author.At("bot").IsTrue() || message.At("webhook_id").Text() is not null)
        {
            return null;
        }

        var isDirect = message.At("guild_id").Text() is null;
        var own = Own(self);
        var content = message.At("content").Text() ?? "";
        var isMentioned = own.IsMatch(content) && message.At("mentions").Items().Any(mentioned => mentioned.At("id").Text() == self);
        var words = own.Replace(content, " ").Trim();
        return (isDirect || isMentioned) && words.Length > 0
            ? new Mention(id, new ChatCommand
            {
                Name = ChatCommand.PlainWords,
                Text = words,
                Channel = DiscordChannels.Address(message.At("guild_id"), message.At("channel_id"), message.At("channel")),
                User = new ChatUser(user),
                Style = CommandStyle.SlashFields,

                // A message to the bot that everyone sees gets an answer that everyone sees.
                Wanted = ReplyVisibility.Channel,
            })
            : null;
    }

    private static Regex Own(string self) => new($"<@!?{Regex.Escape(self)}>", RegexOptions.None, TimeSpan.FromSeconds(1));
}
