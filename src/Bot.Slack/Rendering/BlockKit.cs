using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;

namespace Bot.Slack.Rendering;

/// <summary>
/// The parts of Block Kit that are used (https://docs.slack.dev/reference/block-kit). Words that people or readings wrote stand in
/// plain text or rich text alone, where nothing is markup: Slack's own markup has no escape for <c>* _ ~ `</c>.
/// So there are no cards, whose words are 200 characters of markup at most: a quote is up to 600, word for word. Nor are there containers: their
/// documentation lists rich text among what they hold, and Slack was seen to refuse it there.
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

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject RichText(params IEnumerable<JsonObject> parts) => new() { ["type"] = "rich_text", ["elements"] = ArrayOf(parts) };

    public static JsonObject Section(params IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_section", ["elements"] = ArrayOf(runs) };

    public static JsonObject Quote(IEnumerable<JsonObject> runs) => new() { ["type"] = "rich_text_quote", ["elements"] = ArrayOf(runs) };

    /// <summary>Words that are shown, and copied, sign by sign.</summary>
    public static JsonObject Preformatted(string text) => new() { ["type"] = "rich_text_preformatted", ["elements"] = ArrayOf([Run(text)]) };

    /// <summary>A list of sections.</summary>
    public static JsonObject Bullets(IEnumerable<JsonObject> items) => new()
    {
        ["type"] = "rich_text_list",
        ["style"] = "bullet",
        ["elements"] = ArrayOf(items),
    };

    /// <summary>Words in one style: none, <c>bold</c> or <c>italic</c>.</summary>
    public static JsonObject Run(string text, string? style = null) =>
        Styled(new JsonObject { ["type"] = "text", ["text"] = text.Length == 0 ? " " : text }, style);

    public static JsonObject Link(string text, Uri address) => new() { ["type"] = "link", ["url"] = address.AbsoluteUri, ["text"] = text };

    public static JsonObject Actions(IEnumerable<JsonObject> elements) => new() { ["type"] = "actions", ["elements"] = ArrayOf(elements) };

    public static JsonObject Button(string label, string actionId, string value) => new()
    {
        ["type"] = "button",
        ["text"] = PlainText(label, SlackLimits.Label),
        ["action_id"] = actionId,
        ["value"] = value,
    };

    /// <summary>Two small buttons, for a yes and a no, each with its label and what it carries.</summary>
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

    private static JsonObject Styled(JsonObject run, string? style)
    {
        if (style is not null)
        {
            run["style"] = new JsonObject { [style] = true };
        }

        return run;
    }
}
