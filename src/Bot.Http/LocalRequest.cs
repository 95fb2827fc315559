using System.Net;
using Microsoft.AspNetCore.Http;

namespace Bot.Http;

/// <summary>Decides whether a request comes from this machine, and not from another one through a proxy.</summary>
public static class LocalRequest
{
    private static readonly string[] SetByProxies =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP",
    ];

    /// <summary>Why a request does not count as local; null if it does.</summary>
    public static Distance? FindDistance(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return new Distance.OtherMachine();
        }

        if (SetByProxies.FirstOrDefault(context.Request.Headers.ContainsKey) is { } header)
        {
            return new Distance.Proxy(header);
        }

        return IsLocalName(context.Request.Host.Host) ? null : new Distance.OtherName();
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Why a request is not local. The cases are closed.</summary>
    public abstract record Distance
    {
        private Distance()
        {
        }

        /// <summary>The connection comes from another machine.</summary>
        public sealed record OtherMachine : Distance;

        /// <summary>A proxy passed the request on.</summary>
        /// <param name="Header">The header that it set.</param>
        public sealed record Proxy(string Header) : Distance;

        /// <summary>The Host header names another host, as when a web site points its own name to this machine (DNS rebinding).</summary>
        public sealed record OtherName : Distance;
    }
}
