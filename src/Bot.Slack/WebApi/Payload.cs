using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>Reads Slack's JSON. Ignores unknown fields, and treats invalid ones as missing.</summary>
internal static class Payload
{
    /// <summary>The text at a path; null if there is none.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.String ? found.GetString() : null;
    }

    /// <summary>The whole number at a path; null if there is none.</summary>
    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number) ? number : null;
    }

    /// <summary>Whether the value at a path is <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind == JsonValueKind.True;

    /// <summary>Whether the value at a path is a list.</summary>
    public static bool HasList(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind == JsonValueKind.Array;

    /// <summary>The elements of the list at a path; empty if there is no list.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [];
    }

    /// <summary>The properties of the object at a path; empty if there is no object.</summary>
    public static IReadOnlyList<JsonProperty> Members(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind == JsonValueKind.Object ? [.. found.EnumerateObject()] : [];
    }

    private static JsonElement At(this JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }
}
