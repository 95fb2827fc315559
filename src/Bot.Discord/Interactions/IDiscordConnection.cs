using Bot.Chat.Delivery;

namespace Bot.Discord.Interactions;

/// <summary>A connection to Discord that delivers events.</summary>
internal interface IDiscordConnection
{
    /// <summary>Why no events arrive, in a sentence; null if there is no problem.</summary>
    string? HealthProblem { get; }

    /// <summary>Runs the connection until it is cancelled.</summary>
    /// <param name="intake">Receives the events.</param>
    /// <param name="cancellationToken">Stops the connection.</param>
    /// <exception cref="AdapterStoppedException">Discord refuses the connection until the operator fixes something.</exception>
    Task RunAsync(Intake intake, CancellationToken cancellationToken);
}

/// <summary>The receivers of a connection's events.</summary>
/// <param name="Seminar">Answers messages.</param>
/// <param name="Dispatcher">Handles interactions.</param>
/// <param name="Backlog">The queue of messages to answer.</param>
/// <param name="Joined">Called for each server that the bot is in or joins.</param>
internal sealed record Intake(ISeminar Seminar, InteractionDispatcher Dispatcher, CommandBacklog Backlog, Action<string> Joined);
