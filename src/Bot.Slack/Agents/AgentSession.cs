namespace Bot.Slack.Agents;

/// <summary>A request in a conversation with the agent. The member can stop it while it is worked on: https://docs.slack.dev/ai/agent-sessions.</summary>
internal sealed class AgentSession : IDisposable
{
    private readonly CancellationTokenSource stopping;
    private readonly Action<AgentSession> leave;

    /// <param name="workspace">Where.</param>
    /// <param name="channel">The direct messages.</param>
    /// <param name="thread">The conversation.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="cancellationToken">Ends the work when the program stops.</param>
    /// <param name="leave">Is told when the request is done with.</param>
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

    /// <summary>What the conversation shall be called, which begins with this request; null where it has begun before.</summary>
    public string? Title { get; init; }

    /// <summary>Whether Slack shows that the agent is at work, with a button to stop it.</summary>
    public bool IsShown { get; set; }

    /// <summary>Whether the member stopped it.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Cancelled when the member stops it, and when the program does.</summary>
    public CancellationToken Token => stopping.Token;

    /// <summary>Stops the work; nothing happens where it is done.</summary>
    public async Task StopAsync()
    {
        WasStopped = true;
        try
        {
            await stopping.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It was answered in this very moment.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        leave(this);
        stopping.Dispose();
    }
}
