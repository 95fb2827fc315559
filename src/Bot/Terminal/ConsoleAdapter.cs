using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>The seminar on the terminal that the program was started in, or on lines that are piped into it.</summary>
internal sealed class ConsoleAdapter(CommandCatalogue catalogue, Shelf shelf, ConsoleScreen screen) : IChatAdapter
{
    public string Name => "console";

    public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        var conversation = new ConsoleConversation(seminar);
        return SystemTerminal.IsInteractive
            ? TalkAsync(seminar, conversation, cancellationToken)
            : PipedConsole.RunAsync(conversation, screen, cancellationToken);
    }

    private async Task TalkAsync(ISeminar seminar, ConsoleConversation conversation, CancellationToken cancellationToken)
    {
        using var terminal = new SystemTerminal();
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        var editor = new LineEditor(terminal, new CommandCompleter(seminar).Complete);
        ReplyRenderer.Render(console, Welcome.Of(shelf.Current, catalogue));
        console.WriteLine();
        using var open = screen.Open(conversation, (reply, isPost) =>
        {
            // A post comes while somebody may be typing: their line goes on below it.
            terminal.Write(isPost ? "\r\u001b[K" : "");
            console.WriteLine();
            ReplyRenderer.Render(console, reply);
            console.WriteLine();
            if (isPost)
            {
                editor.Redraw();
            }

            return Task.CompletedTask;
        });
        while (await editor.ReadLineAsync(cancellationToken) is { } line && !ConsoleConversation.Leaves(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await screen.AnswerAsync(await conversation.AnswerAsync(line, cancellationToken), cancellationToken);
            }
        }
    }
}
