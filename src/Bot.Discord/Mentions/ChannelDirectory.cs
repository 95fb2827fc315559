using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Mentions;

/// <summary>
/// Tells which channels are threads, and of which channel: a message does not say. What a channel is never changes, so each is asked
/// for once. Safe for many threads.
/// </summary>
internal sealed class ChannelDirectory(RestClient rest, TimeProvider time)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);
    private readonly BoundedCache<string, ChannelAddress> known = new(MaxKnown, time);

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

        if (known.TryGet(address.Channel, out var complete))
        {
            return complete;
        }

        if (await channels.GetAsync(address.Channel, Timeout, cancellationToken) is not RestAnswer.Done { Body: var channel })
        {
            return address;
        }

        complete = DiscordChannels.Address(JsonSerializer.SerializeToElement(address.Space), channel.At("id"), channel);
        known.Set(address.Channel, complete);
        return complete;
    }
}
