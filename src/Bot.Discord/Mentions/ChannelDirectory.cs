using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Mentions;

/// <summary>
/// Tells which channels are threads, and of which channel: a message does not say. What a channel is never changes, so each is asked
/// for once. Safe for many threads.
/// </summary>
internal sealed class ChannelDirectory(RestClient rest)
{
    private const int MostKnown = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);
    private readonly ConcurrentDictionary<string, ChannelAddress> known = new(StringComparer.Ordinal);

    /// <summary>The address of a channel or thread; that of a channel where Discord does not say.</summary>
    /// <param name="address">The address as far as a message tells it.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<ChannelAddress> CompleteAsync(ChannelAddress address, CancellationToken cancellationToken)
    {
        // Messages to the bot itself are in no server, and there are no threads.
        if (address.Space.Length == 0)
        {
            return address;
        }

        if (known.TryGetValue(address.Channel, out var complete))
        {
            return complete;
        }

        if (await channels.GetAsync(address.Channel, Patience, cancellationToken) is not RestAnswer.Done { Body: var channel })
        {
            return address;
        }

        complete = DiscordChannels.Address(JsonSerializer.SerializeToElement(address.Space), channel.At("id"), channel);
        if (known.Count < MostKnown)
        {
            known[address.Channel] = complete;
        }

        return complete;
    }
}
