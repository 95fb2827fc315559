using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// Takes Discord's requests: verified before anything in them is looked at, answered with 401 whatever is wrong with the signature.
/// Discord sends wrong ones now and then, and takes the address away from a program that accepts them.
/// </summary>
internal sealed partial class InteractionEndpoint(
    InteractionSignature signature,
    Func<Interaction, IResponder, CancellationToken, Task> receiveAsync,
    TimeProvider time,
    ILogger<InteractionEndpoint> logger)
{
    /// <summary>The path to enter as “Interactions Endpoint URL”.</summary>
    public const string Path = "/discord/interactions";

    private const int MaxBytes = 512 * 1024;

    // A command on a message brings the message with all its cards, and no object in it nests deeper.
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 32 };

    private readonly NowAndThen unfinished = new(time, TimeSpan.FromMinutes(1));

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body)
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

    // Null where there is no body to look at; the response's status says why.
    private async Task<byte[]?> BodyAsync(HttpContext context)
    {
        try
        {
            if (await ReadAsync(context) is { Length: <= MaxBytes } body)
            {
                return body;
            }

            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            context.Response.StatusCode = (ended as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            if (context.Response.StatusCode != StatusCodes.Status413PayloadTooLarge && unfinished.IsDue())
            {
                LogUnfinished();
            }
        }

        return null;
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
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

    [LoggerMessage(LogLevel.Warning, "The connection of a request ended before its body did, and the request was left.")]
    private partial void LogUnfinished();
}
