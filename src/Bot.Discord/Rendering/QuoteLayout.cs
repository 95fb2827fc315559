using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>
/// Uses components instead of cards for quotes with a link to the reading room: text of normal size, with a button beside it that opens the page.
/// </summary>
internal static class QuoteLayout
{
    /// <summary>The message with a component layout; unchanged if it has no links, or if the layout exceeds Discord's limits.</summary>
    public static DiscordMessage Of(DiscordMessage message)
    {
        if (message.Files.Count > 0 || message.Poll is not null || message.Embeds.All(card => card.Room is null))
        {
            return message;
        }

        List<LayoutPart> parts = [.. message.Content.Length > 0 ? [new TextDisplay(message.Content)] : (LayoutPart[])[], .. message.Embeds.Select(Frame)];
        var count = parts.Sum(part => part.Count) + message.Components.Sum(row => 1 + row.Components.Count);
        return count <= DiscordLimits.LayoutParts && parts.Sum(part => part.Length) <= DiscordLimits.LayoutText
            ? message with { Layout = [.. parts, .. message.Components] }
            : message;
    }

    /// <summary>An existing layout with text above it; null if it exceeds Discord's limits.</summary>
    /// <param name="words">The text in Discord's Markdown.</param>
    /// <param name="layout">The components from Discord.</param>
    public static IReadOnlyList<object>? PutBelow(string words, IReadOnlyList<object> layout)
    {
        var parts = layout.OfType<JsonNode>().Select(Measure).ToList();
        return parts.Sum(part => part.Count) < DiscordLimits.LayoutParts && parts.Sum(part => part.Length) + words.Length <= DiscordLimits.LayoutText
            ? [new TextDisplay(words), .. layout]
            : null;
    }

    private static (int Count, int Length) Measure(JsonNode component)
    {
        var inner = component["components"] is JsonArray components ? components.OfType<JsonNode>().Select(Measure).ToList() : [];
        var own = component["content"]?.GetValueKind() == JsonValueKind.String ? ((string?)component["content"] ?? "").Length : 0;
        return (1 + (component["accessory"] is null ? 0 : 1) + inner.Sum(part => part.Count), own + inner.Sum(part => part.Length));
    }

    private static Container Frame(Card card)
    {
        var text = new TextDisplay(card.Title is { } title ? $"### {title}\n{card.Description}" : card.Description);
        return new Container(card.Color, [card.Room is { } room ? new TextSection([text], new LinkButton(AdapterReplies.ShowInReading, room)) : text]);
    }
}
