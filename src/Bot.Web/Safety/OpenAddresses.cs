using System.Net;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>Warns the operator if the pages may be open to more people than intended.</summary>
internal sealed partial class OpenAddresses(IServer server, Doors doors, IOptions<WebOptions> options, ILogger<OpenAddresses> logger)
{
    /// <summary>Warns if pages are open to other machines without a password or without encryption.</summary>
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
        "Everybody who can reach {Address} can see the readings and the messages of the channels. Set Web:Password, or Web:OpenToAll to false.")]
    private partial void LogNoPassword(string address);

    [LoggerMessage(
        LogLevel.Warning,
        "The connection to {Address} is not encrypted. Put a proxy that speaks HTTPS in front of it, and set Web:PublicUrl to the proxy's address.")]
    private partial void LogNotEncrypted(string address);
}
