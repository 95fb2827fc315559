namespace Bot.Chat;

/// <summary>A chat platform: turns its events into commands and replies into its messages.</summary>
public interface IChatAdapter
{
    /// <summary>Lower case, a single word, unique: <c>console</c>. The <see cref="ChannelAddress.Platform"/> of its channels.</summary>
    string Name { get; }

    /// <summary>Serves the platform until it ends by itself or is cancelled.</summary>
    /// <param name="seminar">Answers each command.</param>
    /// <param name="cancellationToken">Ends the service; what is under way is finished within a few seconds, or given up.</param>
    Task RunAsync(ISeminar seminar, CancellationToken cancellationToken);
}
