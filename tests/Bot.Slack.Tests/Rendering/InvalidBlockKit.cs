using System.Text.Json.Nodes;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Breaks one rule in a valid example.</summary>
internal static class InvalidBlockKit
{
    // The last part of a constraint's name says whether it is a minimum or a maximum.
    private static readonly string[] Ends = ["max_length", "min_length", "max_items", "min_items", "max", "min", "exclusive_min", "item_max_length"];

    /// <summary>The name of our rule for a constraint of the specification.</summary>
    public static string RuleOf(string constraint)
    {
        var (name, end) = Split(constraint);
        return end == "item_max_length" ? $"{name}.item" : end.Length > 0 ? name : constraint;
    }

    /// <summary>An example that breaks only this constraint.</summary>
    public static JsonNode Make(string constraint, IReadOnlyList<JsonNode> examples) => constraint switch
    {
        "section.content" => Without(Example(examples, "section"), "text", "fields"),
        "static_select.choice_source" => With(Example(examples, "select", "options"), "option_groups", new JsonArray()),
        "image.source" => With(Example(examples, "image", "image_url"), "slack_file", new JsonObject { ["id"] = "F1" }),
        "number_input.range" => With(With(Example(examples, "number_input"), "min_value", "2"), "max_value", "1"),
        "context.elements" => With(Example(examples, "context"), "elements", new JsonArray(new JsonObject { ["type"] = "divider" })),
        "input.element" => With(Example(examples, "input"), "element", new JsonObject { ["type"] = "button" }),
        "table.row_shape" => With(Example(examples, "table"), "rows", new JsonArray(Row(1), Row(2))),
        "table.column_settings" => With(Example(examples, "table"), "column_settings", new JsonArray(new JsonObject())),
        "data_table.content.max_length" => With(Example(examples, "data_table"), "rows", new JsonArray(Row(1), Row(1, new string('x', 20_001)))),
        _ => BreakLimit(constraint, examples),
    };

    private static JsonNode BreakLimit(string constraint, IReadOnlyList<JsonNode> examples)
    {
        var rule = BlockKitLimits.All.Single(rule => rule.Name == RuleOf(constraint));
        var isLeast = Split(constraint).End is "min_length" or "min_items" or "min" or "exclusive_min";
        var kind = rule.Kind == BlockKitLimits.AnyKind ? "button" : rule.Kind;
        var found = examples.Select(example => example.DeepClone())
            .SelectMany(copy => BlockKitRules.OfKind(copy, kind), (copy, part) => (copy, part))
            .OrderByDescending(candidate => BlockKitPath.Exists(candidate.part, rule.Path))
            .First();
        BlockKitPath.Set(found.part, rule.Path, old => Wrong(old, isLeast ? rule.Least - 1 : rule.Most + 1, rule.Name));
        return found.copy;
    }

    // A value of the same type as the old one, or as the rule's name suggests, with another size.
    private static JsonNode Wrong(JsonNode? old, double size, string name) => old switch
    {
        JsonArray list => new JsonArray([.. Enumerable.Range(0, (int)size).Select(i => Item(list, i))]),
        JsonObject text => With((JsonObject)text.DeepClone(), "text", Text(size)),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(Math.Max(size, 0)),
        JsonValue => JsonValue.Create(Text(size)),
        _ when name.EndsWith("options", StringComparison.Ordinal) || name.EndsWith("_groups", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal)
            || name.EndsWith("fields", StringComparison.Ordinal) =>
            new JsonArray([.. Enumerable.Range(0, (int)size).Select(_ => (JsonNode)new JsonObject())]),
        _ when name.EndsWith(".max_length", StringComparison.Ordinal) || name.EndsWith("page_size", StringComparison.Ordinal) => JsonValue.Create(size),
        _ => JsonValue.Create(Text(size)),
    };

    // Characters outside the basic plane: each is two code units, but one character.
    private static string Text(double size) => string.Concat(Enumerable.Repeat("😀", (int)size));

    private static JsonNode? Item(JsonArray list, int i)
    {
        var item = list.Count == 0 ? new JsonObject() : list[0]?.DeepClone();
        if (item is JsonObject part && part.ContainsKey("action_id"))
        {
            part["action_id"] = $"a{i}";
        }

        return item;
    }

    private static (string Name, string End) Split(string constraint)
    {
        var at = constraint.LastIndexOf('.');
        var end = constraint[(at + 1)..];
        return Ends.Contains(end) ? (constraint[..at], end) : (constraint, "");
    }

    private static JsonObject Example(IReadOnlyList<JsonNode> examples, string kind, string? with = null) => (JsonObject)examples
        .SelectMany(example => BlockKitRules.OfKind(example, kind))
        .First(part => with is null || part.ContainsKey(with))
        .DeepClone();

    private static JsonObject With(JsonObject part, string name, JsonNode value)
    {
        part[name] = value;
        return part;
    }

    private static JsonObject Without(JsonObject part, params string[] names)
    {
        foreach (var name in names)
        {
            part.Remove(name);
        }

        return part;
    }

    private static JsonArray Row(int cells, string text = "x") =>
        new([.. Enumerable.Range(0, cells).Select(_ => (JsonNode)new JsonObject { ["type"] = "raw_text", ["text"] = text })]);
}
