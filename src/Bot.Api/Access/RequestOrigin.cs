using Bot.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Api.Access;

/// <summary>The origin of a request.</summary>
internal static class RequestOrigin
{
    /// <summary>Why a request without a key is refused; null if it comes from a program on this machine.</summary>
    public static string? FindRefusal(HttpContext context) => LocalRequest.FindDistance(context) switch
    {
        null => null,
        LocalRequest.Distance.Proxy proxy =>
            $"No key is set, and the header {proxy.Header} says that the request came through a proxy. Set Api:Keys to answer it.",
        LocalRequest.Distance.OtherName => "No key is set, so the address must be one of localhost, 127.0.0.1, [::1].",
        _ => "No key is set, so only programs on the same machine get answers. Set Api:Keys to answer others.",
    };

    /// <summary>Whether a page of another site sends the request from a browser.</summary>
    public static bool IsOtherSite(HttpRequest request)
    {
        var headers = request.Headers;
        if (headers.TryGetValue("Sec-Fetch-Site", out var site) && site is not ["same-origin"] and not ["none"])
        {
            return true;
        }

        return headers.TryGetValue(HeaderNames.Origin, out var origin)
            && !(origin is [{ } only] && string.Equals(only, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
