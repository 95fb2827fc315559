using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>How the bot writes and reads Discord's JSON.</summary>
internal static class DiscordJson
{
    /// <summary>Names in snake case, nothing where there is no value.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
