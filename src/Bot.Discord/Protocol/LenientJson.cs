using System.Globalization;
using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <summary>
/// Reads Discord's JSON and tolerates missing, unknown and wrongly typed values, and invalid Unicode: an escaped half of a surrogate pair is valid JSON,
/// even in names.
/// </summary>
internal static class LenientJson
{
    /// <summary>A property of an object; undefined if it is missing, or if a name in the object is invalid Unicode.</summary>
    public static JsonElement At(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>A string, or a number or boolean as text; null for other values.</summary>
    public static string? Text(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => TextOf(json),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A whole number, or one written as text; null for other values.</summary>
    public static long? Number(this JsonElement json) =>
        long.TryParse(json.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the value is true.</summary>
    public static bool IsTrue(this JsonElement json) => json.ValueKind == JsonValueKind.True;

    /// <summary>The elements of an array; empty if it is not an array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    private static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
