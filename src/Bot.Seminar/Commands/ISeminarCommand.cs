using Bot.Chat;

namespace Bot.Seminar.Commands;

/// <summary>A command of the seminar. The catalogue is the set of those that are registered.</summary>
public interface ISeminarCommand
{
    /// <summary>How people see it.</summary>
    CommandInfo Info { get; }

    /// <summary>Answers one request. Expected failures are replies, not exceptions.</summary>
    /// <param name="request">The request, its text cleaned and its options read.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken);
}
