using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>The seminar on the terminal that the program was started in, or on lines that are piped into it.</summary>
internal sealed class ConsoleAdapter(CommandCatalogue catalogue, Shelf shelf) : IChatAdapter
{
    public string Name => "console";

    public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        var conversation = new ConsoleConversation(seminar);
        return SystemTerminal.IsInteractive
            ? TalkAsync(seminar, conversation, cancellationToken)
            : PipedConsole.RunAsync(conversation, cancellationToken);
    }

    private async Task TalkAsync(ISeminar seminar, ConsoleConversation conversation, CancellationToken cancellationToken)
    {
        using var terminal = new SystemTerminal();
        var screen = AnsiConsole.Create(new AnsiConsoleSettings());
        var editor = new LineEditor(terminal, new CommandCompleter(seminar).Complete);
        ReplyRenderer.Render(screen, Welcome.Of(shelf.Current, catalogue));
        screen.WriteLine();
        while (await editor.ReadLineAsync(cancellationToken) is { } line && !ConsoleConversation.Leaves(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var reply = await conversation.AnswerAsync(line, cancellationToken);
                screen.WriteLine();
                ReplyRenderer.Render(screen, reply);
                screen.WriteLine();
            }
        }
    }
}
