namespace Bot.Seminar.Commands;

/// <summary>A command of the seminar. The catalogue contains all registered ones.</summary>
public interface ISeminarCommand
{
    /// <summary>Its name, options and help texts.</summary>
    CommandInfo Info { get; }

    /// <summary>Answers one request. Expected failures are replies, not exceptions.</summary>
    /// <param name="request">The request, with cleaned text and checked options.</param>
    /// <param name="cancellationToken">Cancels the work early.</param>
    Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken);
}
