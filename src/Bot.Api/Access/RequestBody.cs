using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Api.Access;

/// <summary>Reads the body of a request as text. The server enforces the size limit.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body.</summary>
    /// <returns>The text, or null and what is wrong.</returns>
    /// <exception cref="BadHttpRequestException">It is too large, or ends too soon.</exception>
    public static async Task<(string? Text, ApiProblem? Problem)> ReadAsync(HttpRequest request)
    {
        // A page of another site cannot send this content type without a preflight request.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "Send JSON in UTF-8, with the header “Content-Type: application/json”."));
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return (Strict.GetString(body.GetBuffer(), 0, (int)body.Length), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, new ApiProblem(StatusCodes.Status400BadRequest, "The body is not UTF-8."));
        }
    }
}
