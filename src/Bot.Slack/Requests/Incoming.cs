using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Slack.WebApi;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Slack.Requests;

/// <summary>The kinds of requests. Each has a path of its own over HTTP and a type of envelope in Socket Mode.</summary>
internal enum IncomingKind
{
    /// <summary>A slash command.</summary>
    Command,

    /// <summary>A button, a form, a shortcut, or values asked for while a member types.</summary>
    Interaction,

    /// <summary>An event.</summary>
    Event,
}

/// <summary>A request, proven to come from Slack, whichever way it came.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">Its content. A slash command's form is an object of texts here, as it is in Socket Mode.</param>
internal sealed record Incoming(IncomingKind Kind, JsonElement Payload)
{
    /// <summary>
    /// What tells this request from all others and stays the same when it is sent again: Slack's own id, else the content itself.
    /// </summary>
    public string Id => (Kind == IncomingKind.Event ? Payload.Text("event_id") : Payload.Text("trigger_id")) is { Length: > 0 } id
        ? $"{Kind}:{id}"
        : $"{Kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Payload.GetRawText())))}";

    /// <summary>Reads the body of an HTTP request; null where it is not of the kind's form.</summary>
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

    /// <summary>A request with a content; null where that is no object, or not all text in it is text.</summary>
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

    // Half of a surrogate pair is valid JSON and no text: better to know it here than wherever a name or value is looked at.
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
