using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Web.Channels;

namespace Bot.Web.Desk;

/// <summary>The channels of the desk: those of the browser, and those of other platforms that have stored data.</summary>
internal sealed class DeskChannels(ChannelLogs logs, KnownChannels known, ChannelNames names, IEnumerable<IChannelPoster> posters)
{
    /// <summary>All channels: the browser's in configured order, then the others by workspace and name.</summary>
    public async Task<IReadOnlyList<ListedChannel>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await ListKnownAsync(cancellationToken);
        var described = await DescribeAsync([.. all.Select(channel => channel.Address)], cancellationToken);
        return
        [
            .. all.Zip(described, (channel, description) => new ListedChannel(description, channel.Schedules, channel.Suggestions))
                .OrderByDescending(channel => channel.Channel.IsInBrowser)
                .ThenBy(channel => channel.Channel.IsInBrowser ? "" : $"{channel.Channel.Place}\n{channel.Channel.Name}", StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The channel with a code; null if there is none.</summary>
    public async Task<DeskChannel?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var all = await ListKnownAsync(cancellationToken);
        if (all.FirstOrDefault(channel => DeskChannel.CodeOf(channel.Address) == code) is not { } found)
        {
            return null;
        }

        var described = await DescribeAsync([found.Address], cancellationToken);
        return described[0] with { HasOthers = all.Count > 1 };
    }

    private async Task<IReadOnlyList<KnownChannel>> ListKnownAsync(CancellationToken cancellationToken)
    {
        var kept = await known.ListAsync(cancellationToken);
        return
        [
            .. logs.Names.Select(WebAdapter.AddressOf)
                .Select(address => kept.FirstOrDefault(channel => channel.Address == address) ?? new KnownChannel(address, 0, 0)),
            .. kept.Where(channel => channel.Address.Platform != WebAdapter.Platform),
        ];
    }

    private async Task<IReadOnlyList<DeskChannel>> DescribeAsync(IReadOnlyList<ChannelAddress> channels, CancellationToken cancellationToken) =>
        [.. channels.Zip(await names.OfAsync(channels, cancellationToken), Describe)];

    private DeskChannel Describe(ChannelAddress channel, (string? Channel, string? Space) name) => channel.Platform == WebAdapter.Platform
        ? new DeskChannel(channel, $"# {channel.Channel}", DeskTexts.InTheBrowser)
        : new DeskChannel(channel, name.Channel is { } known ? $"# {known}" : channel.Channel, PlaceOf(channel, name.Space))
        {
            Link = posters.FirstOrDefault(poster => poster.Platform == channel.Platform)?.LinkToChannel(channel),
        };

    private static string PlaceOf(ChannelAddress channel, string? space)
    {
        var platform = $"{char.ToUpperInvariant(channel.Platform[0])}{channel.Platform[1..]}";
        return (space ?? channel.Space) is { Length: > 0 } name ? DeskTexts.FormatOnPlatform(name, platform) : platform;
    }
}

/// <summary>A channel in the list of channels.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Schedules">How many schedules it has.</param>
/// <param name="Suggestions">The number of suggested motions that wait for a teacher.</param>
public sealed record ListedChannel(DeskChannel Channel, int Schedules, int Suggestions);
