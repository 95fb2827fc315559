using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Bot.Api.Mcp;

/// <summary>Checks the arguments of a call against the schema of its tool, and explains errors so that an assistant can call again.</summary>
internal static class ToolArguments
{
    /// <summary>The problem with the arguments; null for none.</summary>
    public static string? FindProblem(Tool tool, IDictionary<string, JsonElement> given)
    {
        var known = tool.InputSchema.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
        {
            return $"“{tool.Name}” has no argument “{unknown}”. It takes {string.Join(", ", known.Keys)}.";
        }

        var required = tool.InputSchema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString() ?? "") : [];
        if (required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing)
        {
            return $"“{tool.Name}” needs the argument “{missing}”.";
        }

        return given.Select(argument => FindProblem(argument.Key, argument.Value, known[argument.Key])).FirstOrDefault(problem => problem is not null);
    }

    private static string? FindProblem(string name, JsonElement value, JsonElement schema)
    {
        var allowed = TypesOf(schema);
        return value.ValueKind switch
        {
            JsonValueKind.Null when allowed.Contains("null") => null,
            JsonValueKind.Number when allowed.Contains("integer") =>
                value.TryGetInt32(out _) ? null : $"The argument “{name}” is not a whole number, or too large.",
            JsonValueKind.String when allowed.Contains("string") =>
                JsonTexts.IsText(value) ? null : $"The argument “{name}” contains half of a Unicode character.",
            _ => $"The argument “{name}” must be {(allowed.Contains("integer") ? "a whole number" : "a text")}.",
        };
    }

    private static IReadOnlyList<string> TypesOf(JsonElement schema) => schema.GetProperty("type") switch
    {
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Select(type => type.GetString() ?? "")],
        var one => [one.GetString() ?? ""],
    };
}
