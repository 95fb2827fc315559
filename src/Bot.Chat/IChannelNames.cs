namespace Bot.Chat;

/// <summary>Gives the names of channels on one platform.</summary>
public interface IChannelNames
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>The name of a channel, without a sign before it; null if unknown.</summary>
    Task<string?> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken);

    /// <summary>The name of a server or workspace; null if unknown.</summary>
    /// <param name="space">The <see cref="ChannelAddress.Space"/>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<string?> OfSpaceAsync(string space, CancellationToken cancellationToken);
}
