namespace Bot.Chat.Posting;

/// <summary>
/// Passes what members write in channels without addressing the bot to <see cref="ISeminar.OverhearAsync"/>. Nothing of it is stored.
/// </summary>
public interface IChannelListener
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>Why such messages do not come and how to fix it, in whole sentences; null if nothing is known that keeps them away.</summary>
    string? Obstacle { get; }

    /// <summary>What the platform needs besides, in a sentence: that the bot is in the channel.</summary>
    string Needs { get; }
}
