namespace Bot.Slack.Agents;

/// <summary>A request in a conversation with the agent. The member can stop it until it is answered: https://docs.slack.dev/ai/agent-sessions.</summary>
internal sealed class AgentSession : IDisposable
{
    private readonly CancellationTokenSource stopping;
    private readonly Action<AgentSession> leave;

    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">The direct messages.</param>
    /// <param name="thread">The conversation.</param>
    /// <param name="user">The member who asked.</param>
    /// <param name="cancellationToken">Ends the work when the program stops.</param>
    /// <param name="leave">Called when the request is answered or stopped.</param>
    public AgentSession(
        Workspace workspace, string channel, string thread, string user, Action<AgentSession> leave, CancellationToken cancellationToken)
    {
        (Workspace, Channel, Thread, User) = (workspace, channel, thread, user);
        this.leave = leave;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    public Workspace Workspace { get; }

    public string Channel { get; }

    public string Thread { get; }

    public string User { get; }

    /// <summary>The title of a conversation that starts with this request; null if it started earlier.</summary>
    public string? Title { get; init; }

    /// <summary>Whether Slack shows that the agent is at work, with a button to stop it.</summary>
    public bool IsShown { get; set; }

    /// <summary>Whether the member stopped it.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Cancelled when the member stops the request, and when the program stops.</summary>
    public CancellationToken Token => stopping.Token;

    /// <summary>Stops the work; does nothing if it is done.</summary>
    public async Task StopAsync()
    {
        WasStopped = true;
        try
        {
            await stopping.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The request was answered at the same time.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        leave(this);
        stopping.Dispose();
    }
}
