using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Finds the kind of a Block Kit object: from its type, or from the property that contains it.</summary>
internal static class BlockKitKinds
{
    private static readonly Dictionary<string, string> ByType = new(StringComparer.Ordinal)
    {
        ["plain_text"] = "text",
        ["mrkdwn"] = "text",
        ["url"] = "url_source",
        ["modal"] = "view",
        ["home"] = "view",
        ["workflow_button"] = "button",
    };

    private static readonly Dictionary<string, string> ByPlace = new(StringComparer.Ordinal)
    {
        ["confirm"] = "confirmation",
        ["options"] = "option",
        ["option_groups"] = "option_group",
        ["positive_button"] = "feedback_button",
        ["negative_button"] = "feedback_button",
    };

    /// <summary>The kind of an object.</summary>
    /// <param name="part">The object.</param>
    /// <param name="place">The name of the property that contains it.</param>
    public static string Of(JsonObject part, string place)
    {
        var type = part["type"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : "";
        return type.Length == 0 ? ByPlace.GetValueOrDefault(place, "")
            : type.EndsWith("_select", StringComparison.Ordinal) ? "select"
            : ByType.GetValueOrDefault(type, type);
    }
}
