using Bot.Library.Readings;
using Bot.Web.Channels;

namespace Bot.Web.Desk;

/// <summary>A channel at the desk, from any platform.</summary>
/// <param name="Address">The channel.</param>
/// <param name="Name">Its name: <c># week-2</c>; its id if the name is not known.</param>
/// <param name="Place">Its server or workspace: <c>Philosophy 101 on Discord</c>.</param>
public sealed record DeskChannel(ChannelAddress Address, string Name, string Place)
{
    /// <summary>The code of the channel in page addresses: <c>week-2</c> for one in the browser, <c>discord.1234.5678</c> for others.</summary>
    public string Code => CodeOf(Address);

    /// <summary>The link to the channel; null if it has none.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether the desk has other channels too.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Whether it is a browser channel.</summary>
    public bool IsInBrowser => Address.Platform == WebAdapter.Platform;

    /// <summary>Whether the reading room shows a reading of the channel: it does not show uploads of other platforms' workspaces.</summary>
    public bool HasInRoom(Reading reading) => IsInBrowser || reading.Workspace is null;

    /// <summary>The code of a channel in page addresses.</summary>
    internal static string CodeOf(ChannelAddress address) => address.Platform == WebAdapter.Platform
        ? address.Channel
        : string.Join('.', new[] { address.Platform, address.Space, address.Channel }.Where(part => part.Length > 0));
}
