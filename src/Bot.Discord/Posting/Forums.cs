using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Tells which channels are forums. What a channel is never changes, so a channel that takes messages is asked for once; of a forum the tags can
/// change, and the latest post does. Safe for many threads.
/// </summary>
internal sealed class Forums(ChannelApi channels, TimeProvider time)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly BoundedCache<string, bool> takeMessages = new(MaxKnown, time);

    /// <summary>The forum that a channel is; null where it is none.</summary>
    /// <returns>The forum, and Discord's answer where it did not say.</returns>
    public async Task<(Forum? Forum, RestAnswer? Unknown)> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        // Threads and direct messages take messages.
        if (channel.Thread is not null || channel.Space.Length == 0 || takeMessages.TryGet(channel.Channel, out _))
        {
            return (null, null);
        }

        var answer = await channels.GetAsync(channel.Channel, Timeout, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var said })
        {
            // Nothing was sent, so it certainly does not stand there.
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
