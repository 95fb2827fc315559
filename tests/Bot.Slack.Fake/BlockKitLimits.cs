using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>A limit of a length, a number of items, or a value.</summary>
/// <param name="Name">The limit's name.</param>
/// <param name="Kind">The kind of object.</param>
/// <param name="Path">The path in the object.</param>
/// <param name="Least">The minimum length, number of items or value.</param>
/// <param name="Most">The maximum.</param>
public sealed record BlockKitLimit(string Name, string Kind, string Path, double Least, double Most)
{
    /// <summary>The problem of a node at the path; null if there is none.</summary>
    public string? Problem(JsonNode node)
    {
        var size = SizeOf(node);
        return size < Least || size > Most
            ? string.Create(CultureInfo.InvariantCulture, $"{Name}: {size}, but it must be from {Least} to {Most}.")
            : null;
    }

    private static double? SizeOf(JsonNode node) => node switch
    {
        JsonArray list => list.Count,
        JsonObject text when text["text"] is JsonValue words => SizeOf(words),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().EnumerateRunes().Count(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.Deserialize<double>(),
        _ => null,
    };
}

/// <summary>The limits of Block Kit. Lengths are in Unicode characters.</summary>
public static class BlockKitLimits
{
    /// <summary>Matches objects of every kind.</summary>
    public const string AnyKind = "*";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BlockKitLimit> All { get; } =
    [
        Of("text", "text", "text", 3000, least: 1),
        Of("action_id", AnyKind, "action_id", 255),
        Of("block_id", AnyKind, "block_id", 255),
        Of("button.text", 75),
        Of("button.url", 3000),
        Of("button.value", 2000),
        Of("button.accessibility_label", 75),
        Of("confirmation.title", 100),
        Of("confirmation.text", 300),
        Of("confirmation.confirm", 30),
        Of("confirmation.deny", 30),
        Of("option.text", 75),

        // Documented as 75 in one place and 150 in another.
        Of("option.value", 150),
        Of("option.description", 75),
        Of("option.url", 3000),
        Of("option_group.label", 75),
        Of("option_group.options", 100, least: 1),
        Of("select.placeholder", 150),
        Of("select.options", 100),
        Of("select.option_groups", 100),
        Of("overflow.options", 5, least: 1),
        Of("checkboxes.options", 10, least: 1),
        Of("radio_buttons.options", 10, least: 1),
        Of("url_source.url", 3000, least: 1),
        Of("file_input.max_files", 10, least: 1),
        Of("plain_text_input.max_length", 3000),
        Of("actions.elements", 25),
        Of("alert.text", 200),
        Of("card.title", 150),
        Of("card.subtitle", 150),
        Of("card.body", 200),
        Of("card.actions", 3),
        Of("card.subtext", 200),
        Of("carousel.elements", 10, least: 1),
        Of("container.title", 150),
        Of("container.subtitle", 150),
        Of("container.child_blocks", 10),
        Of("context.elements", 10),
        Of("context_actions.elements", 5),
        Of("feedback_button.text", 75),
        Of("feedback_button.value", 2000),
        Of("feedback_button.accessibility_label", 75),
        Of("icon_button.visible_to_user_ids", 10),
        Of("table.rows", 100),
        Of("data_table.rows", 201, least: 2),
        Of("data_table.columns", "data_table", "rows.*", 20, least: 1),
        Of("data_table.page_size", 100, least: 1),
        Of("data_table.cell_text", "data_table", "rows.*.*.text", double.MaxValue, least: 1),
        Of("data_visualization.title", 50),
        Of("data_visualization.segments", "data_visualization", "chart.segments", 12, least: 1),
        Of("data_visualization.segment.label", "data_visualization", "chart.segments.*.label", 20),
        Of("data_visualization.segment.value", "data_visualization", "chart.segments.*.value", double.MaxValue, least: double.Epsilon),
        Of("data_visualization.series", "data_visualization", "chart.series", 12, least: 1),
        Of("data_visualization.series_name", "data_visualization", "chart.series.*.name", 20),
        Of("data_visualization.data", "data_visualization", "chart.series.*.data", 20, least: 1),
        Of("data_visualization.point_label", "data_visualization", "chart.series.*.data.*.label", 20),
        Of("data_visualization.categories", "data_visualization", "chart.axis_config.categories", 20, least: 1),
        Of("data_visualization.category_label", "data_visualization", "chart.axis_config.categories.*", 20),
        Of("data_visualization.axis_label", "data_visualization", "chart.axis_config.x_label", 50),
        Of("header.text", 150),
        Of("image.image_url", 3000),
        Of("image.alt_text", 2000),
        Of("input.label", 2000),
        Of("input.hint", 2000),
        Of("markdown.text", 12_000, least: 1),
        Of("section.text", 3000),
        Of("section.fields", 10),
        Of("section.fields.item", "section", "fields.*", 2000),
        Of("video.alt_text", 200, least: 1),
        Of("video.title", 200),
        Of("video.author_name", 50),
        Of("video.description", 200),
        Of("video.provider_name", 50),
        Of("view.blocks", 100, least: 1),
        Of("view.private_metadata", 3000),
        Of("view.callback_id", 255),
        Of("view.title", 24),
        Of("view.close", 24),
        Of("view.submit", 24),
    ];

    private static BlockKitLimit Of(string name, double most, double least = 0) => Of(name, name.Split('.')[0], name.Split('.')[1], most, least);

    private static BlockKitLimit Of(string name, string kind, string path, double most, double least = 0) => new(name, kind, path, least, most);
}
