using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Api.Access;

/// <summary>Tells whether a request comes from a program on this machine, and from nobody through it.</summary>
internal static class LocalRequest
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] SetByProxies =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP",
    ];

    /// <summary>Why a request does not count as local; null where it does.</summary>
    public static string? WhyNot(HttpContext context)
    {
        var (connection, headers) = (context.Connection, context.Request.Headers);
        if (connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return "No key is set, so only programs on the same machine are answered. Set Api:Keys to answer others.";
        }

        if (SetByProxies.FirstOrDefault(headers.ContainsKey) is { } header)
        {
            return $"No key is set, and the header {header} says that the request came through a proxy. Set Api:Keys to answer it.";
        }

        // A page whose name was made to lead here sends that name (DNS rebinding).
        return Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"No key is set, so the address has to be one of {string.Join(", ", Names)}.";
    }

    /// <summary>Whether a page of another site sends the request from a browser.</summary>
    public static bool IsFromOtherSite(HttpRequest request)
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
