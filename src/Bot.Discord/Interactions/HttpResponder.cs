using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>Sends the first response to an interaction as the response to its HTTP request.</summary>
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
            // Discord closed the connection, so there is no response to edit.
            return false;
        }

        return !context.RequestAborted.IsCancellationRequested;
    }

    /// <inheritdoc />
    public Task PassAsync()
    {
        // 202 without a body: the response is sent in another way.
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
