using System.Text.Json;
using Bot.Discord.Protocol;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>Responds to an interaction with the answer to the request that brought it.</summary>
internal sealed class HttpResponder(HttpContext context) : IResponder
{
    /// <inheritdoc />
    public async Task<bool> RespondAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Options);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        try
        {
            await context.Response.Body.WriteAsync(body, cancellationToken);
            await context.Response.CompleteAsync();
        }
        catch (IOException)
        {
            // Discord hung up: there is no response that could be edited.
            return false;
        }

        return !context.RequestAborted.IsCancellationRequested;
    }

    /// <inheritdoc />
    public Task PassAsync()
    {
        // 202 without a body says that the response goes another way.
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
