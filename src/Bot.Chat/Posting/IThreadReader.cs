namespace Bot.Chat.Posting;

/// <summary>Reads what members wrote in a channel or thread. Used only if the channel allows it; the messages are not stored.</summary>
public interface IThreadReader
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>Why messages cannot be read at the moment and how to fix it; null if they can.</summary>
    string? Obstacle { get; }

    /// <summary>The messages of a channel or thread, oldest first.</summary>
    /// <param name="channel">A channel, or a thread of one.</param>
    /// <param name="since">The time from which messages are read.</param>
    /// <param name="most">The maximum number of messages; the latest are read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ThreadReadException">The platform did not return them; the message says how to fix it.</exception>
    Task<IReadOnlyList<ThreadMessage>> ReadAsync(ChannelAddress channel, DateTimeOffset since, int most, CancellationToken cancellationToken);

    /// <summary>The address at which a message can be opened; null if unknown.</summary>
    /// <param name="channel">The channel of the message.</param>
    /// <param name="message">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<Uri?> LinkToAsync(ChannelAddress channel, string message, CancellationToken cancellationToken);
}

/// <summary>A message that a member wrote.</summary>
/// <param name="Id">The platform's id of it.</param>
/// <param name="Author">The author.</param>
/// <param name="Text">Its text, in the platform's format.</param>
/// <param name="At">When it was written.</param>
public sealed record ThreadMessage(string Id, ChatUser Author, string Text, DateTimeOffset At)
{
    /// <summary>Whether a program wrote it, or the platform itself in a member's name.</summary>
    public bool IsFromBot { get; init; }
}

/// <summary>Messages could not be read. The message is shown to the member as it is and says how to fix it.</summary>
public sealed class ThreadReadException(string message) : Exception(message);
