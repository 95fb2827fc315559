namespace Bot.Chat;

/// <summary>A chat platform: turns its events into commands and replies into its messages.</summary>
public interface IChatAdapter
{
    /// <summary>Lower case, a single word, unique: <c>console</c>. The <see cref="ChannelAddress.Platform"/> of its channels.</summary>
    string Name { get; }

    /// <summary>
    /// What keeps the platform from being served at the moment, in a sentence that may be shown to the operator; null where nothing does.
    /// Readiness checks ask for it at any time, from any thread.
    /// </summary>
    string? HealthProblem => null;

    /// <summary>
    /// Serves the platform until it ends by itself or is cancelled. Where it throws, it is called again after a pause, unless with an
    /// <see cref="AdapterStoppedException"/>.
    /// </summary>
    /// <param name="seminar">Answers each command.</param>
    /// <param name="cancellationToken">Ends the service; what is under way is finished within a few seconds, or given up.</param>
    /// <exception cref="AdapterStoppedException">The platform cannot be served until the operator fixes something.</exception>
    Task RunAsync(ISeminar seminar, CancellationToken cancellationToken);
}

/// <summary>An adapter cannot serve its platform. The message says why and how to fix it, and is shown to the operator as it is.</summary>
public sealed class AdapterStoppedException(string message) : Exception(message);
