using System.Net;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>Tells the operator where the pages are open to more people than was perhaps meant.</summary>
internal sealed partial class OpenAddresses(IServer server, Doors doors, IOptions<WebOptions> options, ILogger<OpenAddresses> logger)
{
    /// <summary>Warns where pages are open on more than this machine, and need no password or are not encrypted.</summary>
    public void Warn()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses.Where(IsWide) ?? [])
        {
            if (!doors.AreClosed && doors.AreForOthers)
            {
                LogNoPassword(address);
            }

            if (doors.AreForOthers && options.Value.PublicAddress?.Scheme != Uri.UriSchemeHttps)
            {
                LogNotEncrypted(address);
            }
        }
    }

    private static bool IsWide(string address) => !Uri.TryCreate(address, UriKind.Absolute, out var url)
        || !(url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    [LoggerMessage(
        LogLevel.Warning,
        "Everybody who reaches {Address} can read the readings and what is said in the channels. Set Web:Password, or Web:OpenToAll to false.")]
    private partial void LogNoPassword(string address);

    [LoggerMessage(
        LogLevel.Warning,
        "What browsers send to {Address} is not encrypted. Put a proxy that speaks HTTPS in front of it, and set Web:PublicUrl to the proxy's address.")]
    private partial void LogNotEncrypted(string address);
}
