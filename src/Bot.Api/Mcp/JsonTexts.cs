using System.Text.Json;

namespace Bot.Api.Mcp;

/// <summary>Tells texts from other JSON.</summary>
internal static class JsonTexts
{
    /// <summary>Whether a value is a text. Half of a surrogate pair is valid JSON but no text.</summary>
    public static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
