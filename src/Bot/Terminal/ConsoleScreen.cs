namespace Bot.Terminal;

/// <summary>Prints answers and posts on the console, one after another.</summary>
internal sealed class ConsoleScreen : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private ConsoleConversation? conversation;
    private Func<ChatReply, bool, Task>? print;

    /// <summary>Whether the console is open.</summary>
    public bool IsOpen => print is not null;

    /// <summary>Opens the screen until the result is disposed.</summary>
    /// <param name="talk">The conversation that interprets numbers of choices.</param>
    /// <param name="way">Prints a reply; the second argument says whether it is a post.</param>
    public IDisposable Open(ConsoleConversation talk, Func<ChatReply, bool, Task> way)
    {
        (conversation, print) = (talk, way);
        return new Closing(this);
    }

    /// <summary>Prints an answer.</summary>
    public Task AnswerAsync(ChatReply reply, CancellationToken cancellationToken) => PrintAsync(reply, isPost: false, cancellationToken);

    /// <summary>Prints a post; its choices can be selected by their numbers.</summary>
    public async Task PostAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        conversation?.Offer(reply);
        await PrintAsync(reply, isPost: true, cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    private async Task PrintAsync(ChatReply reply, bool isPost, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await (print?.Invoke(reply, isPost) ?? Task.CompletedTask);
        }
        finally
        {
            gate.Release();
        }
    }

    private sealed class Closing(ConsoleScreen screen) : IDisposable
    {
        public void Dispose() => (screen.conversation, screen.print) = (null, null);
    }
}
