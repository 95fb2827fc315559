using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Discord.Rest;

namespace Bot.Discord.Mentions;

/// <summary>
/// Finds out which channels are threads, and their parent channels, because a message does not contain this. A channel's kind never changes, so each is
/// requested once. Thread-safe.
/// </summary>
internal sealed class ChannelDirectory(RestClient rest, TimeProvider time)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);
    private readonly BoundedCache<string, ChannelAddress> known = new(MaxKnown, time);

    /// <summary>The address of a channel or thread; that of a channel if Discord does not answer.</summary>
    /// <param name="address">The address from the message.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<ChannelAddress> CompleteAsync(ChannelAddress address, CancellationToken cancellationToken)
    {
        // Direct messages have no server and no threads.
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

        complete = DiscordChannels.ReadAddress(JsonSerializer.SerializeToElement(address.Space), channel.At("id"), channel);
        known.Set(address.Channel, complete);
        return complete;
    }
}
