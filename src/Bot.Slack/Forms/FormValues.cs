using System.Text.Json;

namespace Bot.Slack.Forms;

/// <summary>Reads the values of a form's fields.</summary>
internal static class FormValues
{
    /// <summary>The values by field name; empty ones are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(JsonElement view)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in view.Members("state", "values"))
        {
            if (ValueOf(field.Value) is { Length: > 0 } value)
            {
                values[field.Name] = value;
            }
        }

        return values;
    }

    /// <summary>The files as Slack's JSON.</summary>
    public static IReadOnlyList<JsonElement> ReadFiles(JsonElement view) =>
        [.. view.Members("state", "values").SelectMany(field => field.Value.List(CommandForm.Element, "files"))];

    private static string? ValueOf(JsonElement field) => field.Text(CommandForm.Element, "value")
        ?? field.Text(CommandForm.Element, "selected_option", "value")
        ?? (field.List(CommandForm.Element, "selected_options") is [var first, ..] ? first.Text("value") : null);
}
