namespace Bot.Chat;

/// <summary>A chat platform: turns its events into commands and replies into its messages.</summary>
public interface IChatAdapter
{
    /// <summary>Lower case, a single word, unique: <c>console</c>. The <see cref="ChannelAddress.Platform"/> of its channels.</summary>
    string Name { get; }

    /// <summary>
    /// Why the platform cannot be served at the moment, in a sentence for the operator; null if it can.
    /// Readiness checks ask for it at any time, from any thread.
    /// </summary>
    string? HealthProblem => null;

    /// <summary>
    /// Serves the platform until it ends or is cancelled. If it throws, it is called again after a pause, except for an
    /// <see cref="AdapterStoppedException"/>.
    /// </summary>
    /// <param name="seminar">The seminar that answers commands.</param>
    /// <param name="cancellationToken">Cancels the service; running work is finished within a few seconds, or cancelled.</param>
    /// <exception cref="AdapterStoppedException">The platform cannot be served until the operator fixes something.</exception>
    Task RunAsync(ISeminar seminar, CancellationToken cancellationToken);
}

/// <summary>An adapter cannot serve its platform. The message says why and how to fix it, and is shown to the operator as it is.</summary>
public sealed class AdapterStoppedException(string message) : Exception(message);
