using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>Receives the interactions that Discord sends.</summary>
internal sealed class InteractionEndpoint(SignedRequests requests, Func<Interaction, IResponder, CancellationToken, Task> receiveAsync)
{
    /// <summary>The path to enter as “Interactions Endpoint URL”.</summary>
    public const string Path = "/discord/interactions";

    // Discord's objects are not nested more deeply.
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 32 };

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await requests.ReadAsync(context) is not { } body)
        {
            return;
        }

        if (Read(body) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var responder = new HttpResponder(context);
        if (interaction.Kind == InteractionKind.Ping)
        {
            await responder.RespondAsync(InteractionResponse.Pong, context.RequestAborted);
            return;
        }

        // The response is sent before the work ends, and a closed connection does not cancel the work.
        await receiveAsync(interaction, responder, CancellationToken.None);
    }

    private static Interaction? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Parsing);
            return json.RootElement.At("type").Number() == (int)InteractionKind.Ping
                ? new Interaction { Id = "0", Token = "", Kind = InteractionKind.Ping }
                : InteractionReader.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
