using Bot.Chat;

namespace Bot.Slack.Requests;

/// <summary>A connection that this program opens to Slack, over which requests come.</summary>
internal interface ISlackConnection
{
    /// <summary>What keeps requests from coming at the moment, in a sentence; null where nothing does.</summary>
    string? HealthProblem { get; }

    /// <summary>Serves the connection until it is cancelled.</summary>
    /// <exception cref="AdapterStoppedException">Slack will not have the connection until the operator fixes something.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
