using Bot.Http;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Interactions;

/// <summary>
/// Takes the body of a request of Discord, and only where it is signed: nothing in it is looked at before. Discord sends wrong signatures now and
/// then, and takes the address away from a program that accepts them. Safe for many threads.
/// </summary>
internal sealed class SignedRequests(RequestBody bodies, InteractionSignature signature)
{
    /// <summary>The body; null where there is none to look at. The response's status then says why.</summary>
    public async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context);
        if (body is not null && !signature.IsValid(Header(context, "X-Signature-Ed25519"), Header(context, "X-Signature-Timestamp"), body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return null;
        }

        return body;
    }

    private static string? Header(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
