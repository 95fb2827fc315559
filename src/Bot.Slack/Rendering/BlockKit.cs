using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Rendering;

/// <summary>
/// The used parts of Block Kit (https://docs.slack.dev/reference/block-kit). Text from people or readings is only in plain text or rich text, without
/// markup, because Slack's markup has no escape for <c>* _ ~
/// `</c>. Cards are not used: they hold at most 200 characters of markup, and a quote has up to 600. Containers are not used either: their documentation
/// allows rich text, but Slack refused it.
/// </summary>
internal static class BlockKit
{
    public static JsonObject PlainText(string text, int most) => new()
    {
        ["type"] = "plain_text",
        ["text"] = ShortText.Of(text.Trim().Length == 0 ? "–" : text, most),
        ["emoji"] = false,
    };

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = PlainText(text, SlackLimits.Header) };

    public static JsonObject RichText(params IEnumerable<JsonObject> parts) => new() { ["type"] = "rich_text", ["elements"] = ArrayOf(parts) };

    public static JsonObject Section(params IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_section", ["elements"] = ArrayOf(runs) };

    public static JsonObject Quote(IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_quote", ["elements"] = ArrayOf(runs) };

    /// <summary>Preformatted text, shown and copied unchanged.</summary>
    public static JsonObject Preformatted(string text) => new() { ["type"] = "rich_text_preformatted", ["elements"] = ArrayOf([Run(text)]) };

    /// <summary>A list of sections.</summary>
    public static JsonObject Bullets(IEnumerable<JsonObject> items) => new()
    {
        ["type"] = "rich_text_list",
        ["style"] = "bullet",
        ["elements"] = ArrayOf(items),
    };

    /// <summary>Text in one style: none, <c>bold</c> or <c>italic</c>.</summary>
    public static JsonObject Run(string text, string? style = null) =>
        AddStyle(new JsonObject { ["type"] = "text", ["text"] = text.Length == 0 ? " " : text }, style);

    public static JsonObject Link(string text, Uri address) => new() { ["type"] = "link", ["url"] = address.AbsoluteUri, ["text"] = text };

    public static JsonObject Actions(IEnumerable<JsonObject> elements) => new() { ["type"] = "actions", ["elements"] = ArrayOf(elements) };

    public static JsonObject Button(string label, string actionId, string value) => new()
    {
        ["type"] = "button",
        ["text"] = PlainText(label, SlackLimits.Label),
        ["action_id"] = actionId,
        ["value"] = value,
    };

    /// <summary>Two small feedback buttons, for yes and no, each with its label and value.</summary>
    public static JsonObject Feedback(string actionId, (string Label, string Value) yes, (string Label, string Value) no)
    {
        return new JsonObject
        {
            ["type"] = "context_actions",
            ["elements"] = ArrayOf([new JsonObject
            {
                ["type"] = "feedback_buttons",
                ["action_id"] = actionId,
                ["positive_button"] = Of(yes),
                ["negative_button"] = Of(no),
            }]),
        };

        static JsonObject Of((string Label, string Value) button) => new() { ["text"] = PlainText(button.Label, SlackLimits.Label), ["value"] = button.Value };
    }

    public static JsonObject Option(string label, string value) => new() { ["text"] = PlainText(label, SlackLimits.Label), ["value"] = value };

    public static JsonArray ArrayOf(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static JsonObject AddStyle(JsonObject run, string? style)
    {
        if (style is not null)
        {
            run["style"] = new JsonObject { [style] = true };
        }

        return run;
    }
}
