using System.Net;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>
/// Keeps pages that have no password for the machine that the program runs on: an address that listens on a network is often meant for a chat
/// platform alone. A page elsewhere whose name was made to lead here sends that name, and is not from here.
/// </summary>
internal sealed class LocalVisitors(IOptions<WebOptions> options)
{
    private static readonly string[] SetByProxies =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP",
    ];

    /// <summary>Whether a request is answered at all.</summary>
    public bool Admit(HttpContext context) => options.Value.Password.Length > 0 || options.Value.OpenToAll || IsFromHere(context);

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !SetByProxies.Any(context.Request.Headers.ContainsKey)
        && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
