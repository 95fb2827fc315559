using Bot.Chat;

namespace Bot.Terminal;

/// <summary>Where the console prints: answers, and posts that come by themselves, one after another.</summary>
internal sealed class ConsoleScreen : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private ConsoleConversation? conversation;
    private Func<ChatReply, bool, Task>? print;

    /// <summary>Whether anybody sees what is printed.</summary>
    public bool IsOpen => print is not null;

    /// <summary>Prints in this way until the result is disposed of.</summary>
    /// <param name="talk">Interprets numbers afterwards.</param>
    /// <param name="way">Prints a reply; told whether it comes by itself.</param>
    public IDisposable Open(ConsoleConversation talk, Func<ChatReply, bool, Task> way)
    {
        (conversation, print) = (talk, way);
        return new Closing(this);
    }

    /// <summary>Prints an answer.</summary>
    public Task AnswerAsync(ChatReply reply, CancellationToken cancellationToken) => PrintAsync(reply, isPost: false, cancellationToken);

    /// <summary>Prints what comes by itself; its choices can be made by their numbers.</summary>
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
