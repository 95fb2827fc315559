using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Discord.Interactions;

/// <summary>A connection that this program opens to Discord, over which events come.</summary>
internal interface IDiscordConnection
{
    /// <summary>What keeps events from coming at the moment, in a sentence; null where nothing does.</summary>
    string? HealthProblem { get; }

    /// <summary>Serves the connection until it is cancelled.</summary>
    /// <param name="seminar">Answers messages.</param>
    /// <param name="dispatcher">Takes interactions.</param>
    /// <param name="backlog">Where messages wait to be answered.</param>
    /// <param name="cancellationToken">Ends the service.</param>
    /// <exception cref="AdapterStoppedException">Discord will not have the connection until the operator fixes something.</exception>
    Task RunAsync(ISeminar seminar, InteractionDispatcher dispatcher, CommandBacklog backlog, CancellationToken cancellationToken);
}
