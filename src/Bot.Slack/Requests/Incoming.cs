using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Slack.Requests;

/// <summary>The kinds of requests. Each has its own path over HTTP and its own envelope type in Socket Mode.</summary>
internal enum IncomingKind
{
    /// <summary>A slash command.</summary>
    Command,

    /// <summary>A button, a form, a shortcut, or a request for suggestions.</summary>
    Interaction,

    /// <summary>An event.</summary>
    Event,
}

/// <summary>A verified request from Slack, over HTTP or Socket Mode.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Payload">Its content. A slash command's form is converted to a JSON object, as in Socket Mode.</param>
internal sealed record Incoming(IncomingKind Kind, JsonElement Payload)
{
    /// <summary>
    /// A unique key that stays the same when the request is sent again: Slack's id, or the content itself.
    /// </summary>
    public string Id => (Kind == IncomingKind.Event ? Payload.Text("event_id") : Payload.Text("trigger_id")) is { Length: > 0 } id
        ? $"{Kind}:{id}"
        : $"{Kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Payload.GetRawText())))}";

    /// <summary>Reads the body of an HTTP request; null if its format is wrong.</summary>
    public static Incoming? Read(IncomingKind kind, ReadOnlySpan<byte> body)
    {
        try
        {
            var text = Encoding.UTF8.GetString(body);
            var json = kind switch
            {
                IncomingKind.Event => text,
                IncomingKind.Interaction => QueryHelpers.ParseQuery(text).GetValueOrDefault("payload").ToString(),
                _ => JsonSerializer.Serialize(QueryHelpers.ParseQuery(text).ToDictionary(field => field.Key, field => field.Value.ToString())),
            };
            return Of(kind, JsonElement.Parse(json));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A request with this content; null if it is not an object, or contains invalid Unicode.</summary>
    public static Incoming? Of(IncomingKind kind, JsonElement payload)
    {
        try
        {
            ReadTexts(payload);
            return payload.ValueKind == JsonValueKind.Object ? new Incoming(kind, payload) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Half of a surrogate pair is valid JSON but invalid Unicode; it is rejected here instead of at each name and value.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
        }
    }
}
