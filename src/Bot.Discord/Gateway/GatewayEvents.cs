using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Gateway;

/// <summary>
/// Extracts the events that the bot handles from the gateway's frames, as Discord's JSON, so that the same code handles them as over HTTP.
/// </summary>
/// <param name="take">Receives an event with its name; must not block, because the heartbeat runs on the same thread.</param>
internal sealed class GatewayEvents(Action<string, JsonElement> take)
{
    private static readonly HashSet<string> Served = ["INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "READY", "RESUMED"];
    private static readonly HashSet<string> WithheldFromLibrary = ["INTERACTION_CREATE", "MESSAGE_CREATE"];

    /// <summary>Reads a frame.</summary>
    /// <returns>The frame for the library, which counts it but ignores an event that is handled here.</returns>
    public string Pass(string frame)
    {
        using var json = Parse(frame);
        if (json?.RootElement.At("t").Text() is not { } name || !Served.Contains(name))
        {
            return frame;
        }

        take(name, json.RootElement.At("d").Clone());
        return WithheldFromLibrary.Contains(name)
            ? new JsonObject { ["op"] = 0, ["t"] = "SERVED", ["s"] = json.RootElement.At("s").Number(), ["d"] = new JsonObject() }.ToJsonString()
            : frame;
    }

    private static JsonDocument? Parse(string frame)
    {
        try
        {
            return JsonDocument.Parse(frame);
        }
        catch (JsonException)
        {
            // The library logs it.
            return null;
        }
    }
}
