using Bot.Chat;
using Bot.Library.Readings;
using Bot.Web.Channels;

namespace Bot.Web.Desk;

/// <summary>A channel at the desk, of whatever platform.</summary>
/// <param name="Address">The channel.</param>
/// <param name="Name">How it is called: <c># week-2</c>; its id where the platform does not say.</param>
/// <param name="Place">Where it is: <c>Philosophy 101 on Discord</c>.</param>
public sealed record DeskChannel(ChannelAddress Address, string Name, string Place)
{
    /// <summary>The channel in addresses of pages: <c>week-2</c> for one in the browser, <c>discord.1234.5678</c> for others.</summary>
    public string Code => CodeOf(Address);

    /// <summary>Where members open the channel; null where it has no address.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether the desk has other channels too.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Whether it is one of the browser's.</summary>
    public bool IsInBrowser => Address.Platform == WebAdapter.Platform;

    /// <summary>Whether the reading room shows a reading of the channel: it shows none that belongs to a workspace of another platform.</summary>
    public bool HasInRoom(Reading reading) => IsInBrowser || reading.Workspace is null;

    /// <summary>How a channel is written in addresses of pages.</summary>
    internal static string CodeOf(ChannelAddress address) => address.Platform == WebAdapter.Platform
        ? address.Channel
        : string.Join('.', new[] { address.Platform, address.Space, address.Channel }.Where(part => part.Length > 0));
}
