using System.Text.Json;
using Bot.Discord.Interactions;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Welcomes;

/// <summary>
/// Receives the events that Discord sends over HTTP (events/webhook-events). The bot handles only its addition to a server.
/// </summary>
internal sealed class EventEndpoint(SignedRequests requests, Action<string> joined)
{
    /// <summary>The path to enter as the endpoint of webhook events.</summary>
    public const string Path = "/discord/events";

    private const int Ping = 0;
    private const int Event = 1;
    private const int InstalledInServer = 0;

    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 32 };

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await requests.ReadAsync(context) is not { } body)
        {
            return;
        }

        context.Response.StatusCode = Take(body) ? StatusCodes.Status204NoContent : StatusCodes.Status400BadRequest;

        // Discord requires it, although the response is empty.
        context.Response.ContentType = "application/json";
    }

    private bool Take(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Parsing);
            var root = json.RootElement;
            if (root.At("type").Number() == Event && ServerOf(root.At("event")) is { } server)
            {
                joined(server);
            }

            return root.At("type").Number() is Ping or Event;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? ServerOf(JsonElement happened) =>
        happened.At("type").Text() == "APPLICATION_AUTHORIZED"
        && happened.At("data") is var data && data.At("integration_type").Number() is InstalledInServer
        && data.At("guild").At("id").Text() is { } server && Snowflake.Is(server)
            ? server
            : null;
}
