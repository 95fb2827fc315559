using Bot.Http;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>
/// Reads the body of a request from Discord and checks its signature before anything else. Discord sometimes sends wrong signatures, and removes the
/// endpoint of a program that accepts them. Thread-safe.
/// </summary>
internal sealed class SignedRequests(RequestBody bodies, InteractionSignature signature)
{
    /// <summary>The body; null if it was rejected. The response's status then says why.</summary>
    public async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context);
        if (body is not null && !signature.IsValid(ReadHeader(context, "X-Signature-Ed25519"), ReadHeader(context, "X-Signature-Timestamp"), body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return null;
        }

        return body;
    }

    private static string? ReadHeader(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
