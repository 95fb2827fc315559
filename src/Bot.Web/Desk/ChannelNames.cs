using Bot.Chat.Delivery;
using Bot.Web.Settings;

namespace Bot.Web.Desk;

/// <summary>
/// The names of channels and workspaces on their platforms. A page does not wait for them: a name that takes longer appears on the next page.
/// </summary>
internal sealed class ChannelNames(IEnumerable<IChannelNames> platforms, TimeProvider time)
{
    private const int MaxItems = 10_000;
    private static readonly TimeSpan CacheDuration = TimeSpan.FromHours(1);

    // A missing name is asked for again, because the platform may have been unavailable or the bot not in the channel.
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    private readonly BoundedCache<(ChannelAddress Place, bool IsSpace), Task<string?>> asked = new(MaxItems, time);

    /// <summary>The names of some channels and their workspaces; null for names that are not known yet.</summary>
    public async Task<IReadOnlyList<(string? Channel, string? Space)>> OfAsync(
        IReadOnlyList<ChannelAddress> channels, CancellationToken cancellationToken)
    {
        var asking = channels.Select(channel => (Channel: Ask(channel, isSpace: false), Space: Ask(channel with { Channel = "" }, isSpace: true))).ToList();
        var all = Task.WhenAll(asking.SelectMany(name => new[] { name.Channel, name.Space }));
        await Task.WhenAny(all, Task.Delay(WebLimits.Inline, time, cancellationToken));
        var names = new List<(string? Channel, string? Space)>();
        foreach (var (channel, space) in asking)
        {
            names.Add((await ReadIfCompletedAsync(channel), await ReadIfCompletedAsync(space)));
        }

        return names;
    }

    private static async Task<string?> ReadIfCompletedAsync(Task<string?> name) => name.IsCompletedSuccessfully ? await name : null;

    private Task<string?> Ask(ChannelAddress place, bool isSpace)
    {
        if (platforms.FirstOrDefault(platform => platform.Platform == place.Platform) is not { } platform)
        {
            return Task.FromResult<string?>(null);
        }

        if (asked.TryGet((place, isSpace), out var known))
        {
            return known;
        }

        // The result is for all pages, so the first request must not cancel it.
        var name = NameAsync(platform, place, isSpace);
        asked.Set((place, isSpace), name, AskAgain);
        return name;
    }

    private async Task<string?> NameAsync(IChannelNames platform, ChannelAddress place, bool isSpace)
    {
        await Task.Yield();
        var name = isSpace
            ? await platform.OfSpaceAsync(place.Space, CancellationToken.None)
            : await platform.OfChannelAsync(place, CancellationToken.None);
        if (name is not null)
        {
            asked.Set((place, isSpace), Task.FromResult<string?>(name), CacheDuration);
        }

        return name;
    }
}
