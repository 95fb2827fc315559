using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Discord.Mentions;

/// <summary>A message of a member that mentions the bot.</summary>
/// <param name="Id">Discord's id of it.</param>
/// <param name="Command">The requested command.</param>
internal sealed record Mention(string Id, ChatCommand Command)
{
    /// <summary>
    /// Reads a message; null if it is not for the bot: from a bot, or without a mention of this bot in its text. Replies to the bot's messages list it as
    /// mentioned too, but a member who replies to a motion does not ask the bot anything.
    /// </summary>
    /// <param name="message">The message from the gateway.</param>
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
        var own = MatchSelf(self);
        var content = message.At("content").Text() ?? "";
        var isMentioned = own.IsMatch(content) && message.At("mentions").Items().Any(mentioned => mentioned.At("id").Text() == self);
        var words = own.Replace(content, " ").Trim();
        return (isDirect || isMentioned) && words.Length > 0
            ? new Mention(id, new ChatCommand
            {
                Name = ChatCommand.PlainWords,
                Text = words,
                Channel = DiscordChannels.ReadAddress(message.At("guild_id"), message.At("channel_id"), message.At("channel")),
                IsDirect = isDirect,
                User = new ChatUser(user),
                Style = CommandStyle.SlashFields,
                MayOfferQuestions = true,

                // A public message gets a public answer.
                Wanted = ReplyVisibility.Channel,
            })
            : null;
    }

    private static Regex MatchSelf(string self) => new($"<@!?{Regex.Escape(self)}>", RegexOptions.None, TimeSpan.FromSeconds(1));
}
