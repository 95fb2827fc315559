using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Chat.Json;

/// <summary>Serializes answers without reflection, and does not escape ¶ and quotation marks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonAnswer))]
public sealed partial class JsonForm : JsonSerializerContext
{
    /// <summary>Writes answers for a file, a pipe or a program, never for a part of a page: HTML characters are not escaped.</summary>
    public static JsonForm Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
