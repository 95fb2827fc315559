using System.Net;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>
/// Refuses requests for another host's name where only this machine is served: a page elsewhere could let its name point to this machine, and
/// then read what a browser here is shown.
/// </summary>
internal sealed class HostNames(IOptions<WebOptions> options)
{
    /// <summary>Whether a request is meant for this program.</summary>
    public bool Knows(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return context.Connection.LocalIpAddress is not { } local
            || !IPAddress.IsLoopback(local)
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
            || host.Equals(options.Value.PublicAddress?.Host, StringComparison.OrdinalIgnoreCase);
    }
}
