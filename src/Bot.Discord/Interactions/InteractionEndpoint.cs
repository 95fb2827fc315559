using System.Text.Json;
using Bot.Discord.Protocol;
using Bot.Http;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>
/// Takes Discord's requests: verified before anything in them is looked at, answered with 401 whatever is wrong with the signature.
/// Discord sends wrong ones now and then, and takes the address away from a program that accepts them.
/// </summary>
internal sealed class InteractionEndpoint(
    RequestBody bodies, InteractionSignature signature, Func<Interaction, IResponder, CancellationToken, Task> receiveAsync)
{
    /// <summary>The path to enter as “Interactions Endpoint URL”.</summary>
    public const string Path = "/discord/interactions";

    // No object of Discord's nests deeper.
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 32 };

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await bodies.ReadAsync(context) is not { } body)
        {
            return;
        }

        if (!signature.IsValid(Header(context, "X-Signature-Ed25519"), Header(context, "X-Signature-Timestamp"), body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
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

        // The response ends before the work does; a member who gives up does not end the work.
        await receiveAsync(interaction, responder, CancellationToken.None);
    }

    private static string? Header(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

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
