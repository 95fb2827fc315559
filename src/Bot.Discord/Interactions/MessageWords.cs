using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Interactions;

/// <summary>The words of a message that a command is used on.</summary>
internal static class MessageWords
{
    /// <summary>Its own text, else that of its cards, else that of the message that it forwards.</summary>
    public static string Of(JsonElement message) => message.At("content").Text() is { Length: > 0 } content
        ? content
        : string.Join('\n', message.At("embeds").Items().Select(card => card.At("description").Text())
            .Concat(message.At("message_snapshots").Items().Select(forwarded => Of(forwarded.At("message"))))
            .Where(text => text is not null));
}
