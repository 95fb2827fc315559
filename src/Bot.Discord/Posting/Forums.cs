using Bot.Chat.Delivery;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Finds out which channels are forums. A channel's kind never changes, so a text channel is requested once; a forum each time, because its tags and latest
/// post change. Thread-safe.
/// </summary>
internal sealed class Forums(ChannelApi channels, TimeProvider time)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly BoundedCache<string, bool> takeMessages = new(MaxKnown, time);

    /// <summary>The channel as a forum; null if it is not one.</summary>
    /// <returns>The forum, or Discord's answer if the request failed.</returns>
    public async Task<(Forum? Forum, RestAnswer? Unknown)> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        // Threads and direct messages are not forums.
        if (channel.Thread is not null || channel.Space.Length == 0 || takeMessages.TryGet(channel.Channel, out _))
        {
            return (null, null);
        }

        var answer = await channels.GetAsync(channel.Channel, Timeout, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var said })
        {
            // Nothing was posted, so the outcome is not unclear.
            return (null, answer is RestAnswer.Unclear unclear ? new RestAnswer.Failed(unclear.Why) : answer);
        }

        if (Forum.Read(channel.Space, said) is { } forum)
        {
            return (forum, null);
        }

        takeMessages.Set(channel.Channel, true);
        return (null, null);
    }
}
