using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Configuration;
using Bot.Library;
using Bot.Seminar.Commands;
using Bot.Web;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>The adapter for the terminal that the program was started in, or for piped lines.</summary>
internal sealed class ConsoleAdapter(
    CommandCatalogue catalogue, Shelf shelf, ConsoleScreen screen, IConfiguration configuration, Listening listening) : IChatAdapter
{
    public string Name => "console";

    // The address of the pages in a browser.
    private string? PagesAt => WebServices.IsEnabled(configuration) ? listening.Url : null;

    public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        var conversation = new ConsoleConversation(seminar, ConsoleLocale.Current);
        return SystemTerminal.IsInteractive
            ? TalkAsync(seminar, conversation, cancellationToken)
            : PipedConsole.RunAsync(conversation, screen, staysOpen: PagesAt is not null, cancellationToken);
    }

    private async Task TalkAsync(ISeminar seminar, ConsoleConversation conversation, CancellationToken cancellationToken)
    {
        using var terminal = new SystemTerminal();
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        var editor = new LineEditor(terminal, new CommandCompleter(seminar, ConsoleConversation.Channel).Complete);
        CultureInfo.CurrentUICulture = await conversation.LanguageAsync(cancellationToken);
        ReplyRenderer.Render(console, Welcome.Of(shelf.Current, catalogue, PagesAt));
        console.WriteLine();
        using var open = screen.Open(conversation, (reply, isPost) =>
        {
            // A post can arrive while a line is being typed: the line is drawn again below it.
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
                CultureInfo.CurrentUICulture = await conversation.LanguageAsync(cancellationToken);
                await screen.AnswerAsync(await conversation.AnswerAsync(line, cancellationToken), cancellationToken);
            }
        }
    }
}
