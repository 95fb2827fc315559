using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>A channel that accepts messages, or a thread.</summary>
internal sealed class ChannelTarget(ChannelApi channels, string channel) : IPostTarget
{
    /// <inheritdoc />
    public string Channel => channel;

    /// <inheritdoc />
    public Task<RestAnswer> PostAsync(DiscordMessage message, CancellationToken cancellationToken) =>
        channels.PostAsync(channel, message, cancellationToken);

    /// <inheritdoc />
    public void GoOn(string firstMessage)
    {
        // The channel stays the same.
    }
}
