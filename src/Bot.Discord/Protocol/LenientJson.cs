using System.Globalization;
using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <summary>
/// Reads Discord's JSON without being upset by what is missing, added or of another type, or no text: half of a surrogate pair, written as an
/// escape, is valid JSON, in names too.
/// </summary>
internal static class LenientJson
{
    /// <summary>A property of an object; undefined where there is none, or where a name in the object is no text.</summary>
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

    /// <summary>A text, or a number or truth value as text; null where it is neither.</summary>
    public static string? Text(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => TextOf(json),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A whole number, also where it is given as text; null where it is none.</summary>
    public static long? Number(this JsonElement json) =>
        long.TryParse(json.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether it is there and true.</summary>
    public static bool IsTrue(this JsonElement json) => json.ValueKind == JsonValueKind.True;

    /// <summary>The elements of an array; none where it is not one.</summary>
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
