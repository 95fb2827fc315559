using System.Text.Json;
using Bot.Slack.Requests;

namespace Bot.Slack.SocketMode;

/// <summary>A message from a socket: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
/// <param name="Type">Its type: <c>hello</c>, <c>disconnect</c>, or a kind of request. Slack can add others.</param>
/// <param name="Id">The id for the acknowledgement; null if it is not a request.</param>
/// <param name="Body">The whole message.</param>
internal sealed record SocketEnvelope(string Type, string? Id, JsonElement Body)
{
    /// <summary>Its request; null if there is none that this program knows.</summary>
    public Incoming? Request => (Type switch
    {
        "slash_commands" => IncomingKind.Command,
        "interactive" => IncomingKind.Interaction,
        "events_api" => IncomingKind.Event,
        _ => (IncomingKind?)null,
    }) is { } kind && Body.TryGetProperty("payload", out var payload) ? Incoming.Of(kind, payload) : null;

    /// <summary>Slack's reason for the disconnect; “no reason” if it gives none.</summary>
    public string Reason => Body.Text("reason") is { Length: > 0 } reason ? reason : "no reason";

    /// <summary>How long Slack will keep the socket, from its hello; null if unknown.</summary>
    public TimeSpan? Lifetime => Body.TryGetProperty("debug_info", out var info)
        && info.ValueKind == JsonValueKind.Object
        && info.TryGetProperty("approximate_connection_time", out var seconds)
        && seconds.TryGetInt32(out var number)
        ? TimeSpan.FromSeconds(number)
        : null;

    /// <summary>Reads a message; null if it is invalid.</summary>
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
