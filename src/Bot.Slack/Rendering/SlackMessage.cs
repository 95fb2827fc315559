using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Rendering;

/// <summary>A message in Slack's format.</summary>
/// <param name="Text">The plain text for notifications and screen readers, not yet escaped.</param>
/// <param name="Blocks">The layout; never changed afterwards.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks)
{
    /// <summary>A copy with text that is short enough for an edit. The layout has all of it.</summary>
    public SlackMessage PrepareEdit()
    {
        var words = Text;
        for (var most = SlackLimits.Length(Text); Encoding.UTF8.GetByteCount(Escape(words)) > SlackLimits.EditedBytes; most = most * 9 / 10)
        {
            words = ShortText.Of(Text, most);
        }

        return this with { Text = words };
    }

    /// <summary>The common arguments of all methods that send. Links are not unfurled, and the text is not parsed.</summary>
    public JsonObject ToJson() => new()
    {
        ["text"] = Escape(Text),
        ["blocks"] = Blocks.DeepClone(),
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };

    /// <summary>Keeps Slack from finding mentions and links in the text: https://docs.slack.dev/messaging/formatting-message-text.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
