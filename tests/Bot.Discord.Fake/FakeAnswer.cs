using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

internal static class FakeAnswer
{
    /// <summary>Refuses a request in Discord's format.</summary>
    public static (int Status, JsonNode? Body) Error(int status, int code, string message) =>
        (status, new JsonObject { ["code"] = code, ["message"] = message });
}
