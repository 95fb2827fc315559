using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;

namespace Bot.Slack.Rendering;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">The plain words that a notification shows and a screen reader speaks, not yet escaped.</param>
/// <param name="Blocks">The layout; never changed once it is here.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks)
{
    /// <summary>The message with words that are short enough for an edit. The layout says all of it.</summary>
    public SlackMessage ForEdit()
    {
        var words = Text;
        for (var most = SlackLimits.Length(Text); Encoding.UTF8.GetByteCount(Escape(words)) > SlackLimits.EditedBytes; most = most * 9 / 10)
        {
            words = ShortText.Of(Text, most);
        }

        return this with { Text = words };
    }

    /// <summary>The arguments that every way of sending takes. Nothing is unfurled, and nothing is looked for in the words.</summary>
    public JsonObject ToJson() => new()
    {
        ["text"] = Escape(Text),
        ["blocks"] = Blocks.DeepClone(),
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };

    /// <summary>Keeps Slack from reading calls and links out of words: https://docs.slack.dev/messaging/formatting-message-text.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
