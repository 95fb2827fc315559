namespace Bot.Chat;

/// <summary>Tells what the channels of one platform are called there.</summary>
public interface IChannelNames
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>The name of a channel, without a sign before it; null where the platform does not say it.</summary>
    Task<string?> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken);

    /// <summary>The name of a server or workspace; null where the platform does not say it.</summary>
    /// <param name="space">The <see cref="ChannelAddress.Space"/>.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    Task<string?> OfSpaceAsync(string space, CancellationToken cancellationToken);
}
