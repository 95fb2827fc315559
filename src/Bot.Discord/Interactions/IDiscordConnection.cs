using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Discord.Interactions;

/// <summary>A connection that this program opens to Discord, over which events come.</summary>
internal interface IDiscordConnection
{
    /// <summary>What keeps events from coming at the moment, in a sentence; null where nothing does.</summary>
    string? HealthProblem { get; }

    /// <summary>Serves the connection until it is cancelled.</summary>
    /// <param name="intake">Takes what comes.</param>
    /// <param name="cancellationToken">Ends the service.</param>
    /// <exception cref="AdapterStoppedException">Discord will not have the connection until the operator fixes something.</exception>
    Task RunAsync(Intake intake, CancellationToken cancellationToken);
}

/// <summary>What takes in the events of a connection.</summary>
/// <param name="Seminar">Answers messages.</param>
/// <param name="Dispatcher">Takes interactions.</param>
/// <param name="Backlog">Where messages wait to be answered.</param>
/// <param name="Joined">Told of the servers that the bot is in, and of those that it comes into.</param>
internal sealed record Intake(ISeminar Seminar, InteractionDispatcher Dispatcher, CommandBacklog Backlog, Action<string> Joined);
