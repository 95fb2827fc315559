using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Block Kit's structural rules.</summary>
internal static class BlockKitStructure
{
    private const int MostTableText = 20_000;

    private static readonly string[] CellTexts = ["*", "*", "text"];

    private static readonly string[] ContextElements = ["image", "plain_text", "mrkdwn"];

    private static readonly string[] InputElements =
    [
        "checkboxes", "datepicker", "datetimepicker", "email_text_input", "file_input", "number_input", "plain_text_input", "radio_buttons",
        "rich_text_input", "timepicker", "url_text_input",
    ];

    /// <summary>The rules that an object breaks.</summary>
    public static IEnumerable<string> Problems(JsonObject part, string kind) => kind switch
    {
        "section" when part["text"] is null && part["fields"] is null => ["section.content: neither text nor fields."],
        "select" when part["options"] is not null && part["option_groups"] is not null => ["static_select.choice_source: options and groups."],
        "image" when part["image_url"] is not null && part["slack_file"] is not null => ["image.source: a URL and a file."],
        "number_input" when Number(part, "min_value") > Number(part, "max_value") => ["number_input.range: the minimum is more than the maximum."],
        "context" when !Elements(part).All(ContextElements.Contains) => ["context.elements: other elements than text and images."],
        "input" when !IsInput(TypeOf(part["element"])) => ["input.element: not an input element."],
        "table" => Table(part),
        "data_table" when TextOf(part["rows"]) > MostTableText => ["data_table.content: too much text."],
        _ => [],
    };

    private static IEnumerable<string> Table(JsonObject table)
    {
        var columns = (table["rows"] as JsonArray ?? []).Select(row => (row as JsonArray)?.Count ?? 0).Distinct().ToList();
        if (columns.Count > 1)
        {
            yield return "table.row_shape: rows of different lengths.";
        }

        if (table["column_settings"] is JsonArray settings && columns.Any(count => count != settings.Count))
        {
            yield return "table.column_settings: not one for each column.";
        }
    }

    private static bool IsInput(string type) => type.EndsWith("_select", StringComparison.Ordinal) || InputElements.Contains(type);

    private static IEnumerable<string> Elements(JsonObject part) => (part["elements"] as JsonArray ?? []).Select(TypeOf);

    private static string TypeOf(JsonNode? node) => node?["type"]?.GetValue<string>() ?? "";

    private static decimal? Number(JsonObject part, string name) =>
        part[name] is JsonValue value && decimal.TryParse(value.ToString(), out var number) ? number : null;

    private static int TextOf(JsonNode? rows) =>
        BlockKitRules.At(rows, CellTexts).Sum(text => text.ToString().EnumerateRunes().Count());
}
