using System.Text.Json;

namespace Bot.Api.Mcp;

/// <summary>Recognises well-formed strings in JSON.</summary>
internal static class JsonTexts
{
    /// <summary>Whether a value is a well-formed string. Half of a surrogate pair is valid JSON but not valid text.</summary>
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
