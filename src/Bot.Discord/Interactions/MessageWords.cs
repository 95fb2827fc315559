using System.Text.Json;

namespace Bot.Discord.Interactions;

/// <summary>Reads the text of the message that a command is used on.</summary>
internal static class MessageWords
{
    private const int TextDisplay = 10;
    private const int MaxDepth = 4;

    /// <summary>The message's own text, or that of its cards and components, or that of the message that it forwards.</summary>
    public static string Of(JsonElement message) => message.At("content").Text() is { Length: > 0 } content
        ? content
        : string.Join('\n', message.At("embeds").Items().Select(card => card.At("description").Text())
            .Concat(ReadTexts(message.At("components"), MaxDepth))
            .Concat(message.At("message_snapshots").Items().Select(forwarded => Of(forwarded.At("message"))))
            .Where(text => text is not null));

    private static IEnumerable<string?> ReadTexts(JsonElement components, int depth) => components.Items().Where(_ => depth > 0).SelectMany(component =>
        component.At("type").Number() == TextDisplay ? [component.At("content").Text()] : ReadTexts(component.At("components"), depth - 1));
}
