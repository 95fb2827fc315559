namespace Bot.Chat.Posting;

/// <summary>
/// Passes messages that are not addressed to the bot to <see cref="ISeminar.OverhearAsync"/>. They are not stored.
/// </summary>
public interface IChannelListener
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>Why such messages do not arrive and how to fix it, in whole sentences; null if no problem is known.</summary>
    string? Obstacle { get; }

    /// <summary>An additional requirement of the platform, in a sentence: for example that the bot is in the channel.</summary>
    string Needs { get; }
}
