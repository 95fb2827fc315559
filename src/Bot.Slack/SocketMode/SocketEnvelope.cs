using System.Text.Json;
using Bot.Slack.Requests;
using Bot.Slack.WebApi;

namespace Bot.Slack.SocketMode;

/// <summary>What comes over a socket: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
/// <param name="Type">What it is: <c>hello</c>, <c>disconnect</c>, or a kind of request. An open set.</param>
/// <param name="Id">The id that an acknowledgement names; null for what is no request.</param>
/// <param name="Body">All of it.</param>
internal sealed record SocketEnvelope(string Type, string? Id, JsonElement Body)
{
    /// <summary>The request in it; null where there is none that this program knows.</summary>
    public Incoming? Request => (Type switch
    {
        "slash_commands" => IncomingKind.Command,
        "interactive" => IncomingKind.Interaction,
        "events_api" => IncomingKind.Event,
        _ => (IncomingKind?)null,
    }) is { } kind && Body.TryGetProperty("payload", out var payload) ? Incoming.Of(kind, payload) : null;

    /// <summary>Why Slack asks for another socket, in its own word; “no reason” where it does not say.</summary>
    public string Reason => Body.Text("reason") is { Length: > 0 } reason ? reason : "no reason";

    /// <summary>For how long Slack means to keep the socket, as its hello says; null where it does not.</summary>
    public TimeSpan? Lifetime => Body.TryGetProperty("debug_info", out var info)
        && info.ValueKind == JsonValueKind.Object
        && info.TryGetProperty("approximate_connection_time", out var seconds)
        && seconds.TryGetInt32(out var number)
        ? TimeSpan.FromSeconds(number)
        : null;

    /// <summary>Reads a message; null where it is none.</summary>
    public static SocketEnvelope? Read(string message)
    {
        try
        {
            var body = JsonElement.Parse(message);
            return body.Text("type") is { } type ? new SocketEnvelope(type, body.Text("envelope_id"), body) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
