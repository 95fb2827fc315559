namespace Bot.Slack.Requests;

/// <summary>A connection to Slack that delivers requests.</summary>
internal interface ISlackConnection
{
    /// <summary>Why no requests arrive, in a sentence; null if there is no problem.</summary>
    string? HealthProblem { get; }

    /// <summary>Runs the connection until it is cancelled.</summary>
    /// <exception cref="AdapterStoppedException">Slack refuses the connection until the operator fixes something.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
