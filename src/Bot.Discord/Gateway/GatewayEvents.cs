using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Protocol;

namespace Bot.Discord.Gateway;

/// <summary>
/// Takes from the frames of the gateway what the bot serves, as the JSON that Discord sent: interactions and messages then go the same
/// way as those that come over HTTP.
/// </summary>
/// <param name="take">Takes an event by its name; must not wait, for the connection's heartbeat comes on the same thread.</param>
internal sealed class GatewayEvents(Action<string, JsonElement> take)
{
    private static readonly HashSet<string> Served = ["INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "READY", "RESUMED"];
    private static readonly HashSet<string> KeptFromLibrary = ["INTERACTION_CREATE", "MESSAGE_CREATE"];

    /// <summary>Takes a frame.</summary>
    /// <returns>The frame for the library: it counts it, and does nothing about an event that is served here.</returns>
    public string Pass(string frame)
    {
        using var json = Parse(frame);
        if (json?.RootElement.At("t").Text() is not { } name || !Served.Contains(name))
        {
            return frame;
        }

        take(name, json.RootElement.At("d").Clone());
        return KeptFromLibrary.Contains(name)
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
            // The library complains about it in its own way.
            return null;
        }
    }
}
