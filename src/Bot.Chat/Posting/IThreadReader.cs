namespace Bot.Chat.Posting;

/// <summary>Reads what members wrote in a channel or thread. Used only where the channel opted in; nothing of it is stored.</summary>
public interface IThreadReader
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>Why messages cannot be read at the moment and how to fix it; null if they can.</summary>
    string? Obstacle { get; }

    /// <summary>The messages of a channel or thread, oldest first.</summary>
    /// <param name="channel">A channel, or a thread of one.</param>
    /// <param name="since">When the first message to read was written at the earliest.</param>
    /// <param name="most">How many at most; the latest are read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ThreadReadException">The platform would not give them; the message says how to fix it.</exception>
    Task<IReadOnlyList<ThreadMessage>> ReadAsync(ChannelAddress channel, DateTimeOffset since, int most, CancellationToken cancellationToken);

    /// <summary>The address at which a message can be opened; null if the platform does not tell.</summary>
    /// <param name="channel">Where the message stands.</param>
    /// <param name="message">Its id.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    Task<Uri?> LinkToAsync(ChannelAddress channel, string message, CancellationToken cancellationToken);
}

/// <summary>A message that a member wrote.</summary>
/// <param name="Id">The platform's id of it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">What it says, as the platform gives it.</param>
/// <param name="At">When it was written.</param>
public sealed record ThreadMessage(string Id, ChatUser Author, string Text, DateTimeOffset At)
{
    /// <summary>Whether a program wrote it, or the platform itself in a member's name.</summary>
    public bool IsFromBot { get; init; }
}

/// <summary>Messages could not be read. The message is shown to the member as it is and says how to fix it.</summary>
public sealed class ThreadReadException(string message) : Exception(message);
