namespace Bot.Chat;

/// <summary>Answers a command. The router of the seminar is the one that adapters are given.</summary>
/// <param name="command">What was asked.</param>
/// <param name="cancellationToken">Ends the work when the host stops.</param>
/// <returns>The reply; expected failures are replies with <see cref="ReplyStatus.Error"/>, not exceptions.</returns>
public delegate Task<ChatReply> CommandHandler(ChatCommand command, CancellationToken cancellationToken);

/// <summary>A chat platform: turns its events into commands and replies into its messages.</summary>
public interface IChatAdapter
{
    /// <summary>Lower case, a single word, unique: <c>console</c>.</summary>
    string Name { get; }

    /// <summary>Serves the platform until it ends by itself or is cancelled.</summary>
    /// <param name="handle">Answers each command.</param>
    /// <param name="cancellationToken">Ends the service; returning promptly is part of the contract.</param>
    Task RunAsync(CommandHandler handle, CancellationToken cancellationToken);
}
