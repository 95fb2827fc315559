using System.Globalization;

namespace Bot.Terminal;

/// <summary>
/// The console without a terminal: it answers each line with plain text until the input ends. An input that is empty from the start, as for a program in
/// the background, does not stop the host if other adapters run.
/// </summary>
internal static class PipedConsole
{
    public static async Task RunAsync(ConsoleConversation conversation, ConsoleScreen screen, bool staysOpen, CancellationToken cancellationToken)
    {
        using var input = StandardStreams.OpenInput();
        await using var output = StandardStreams.OpenOutput();
        using var open = screen.Open(conversation, async (reply, _) =>
        {
            await output.WriteLineAsync($"{reply.ToPlainText()}\n");
            await output.FlushAsync(CancellationToken.None);
        });
        var hasInput = false;
        while (await ReadLineAsync(input, cancellationToken) is { } line)
        {
            hasInput = true;
            if (ConsoleConversation.Leaves(line))
            {
                break;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                CultureInfo.CurrentUICulture = await conversation.LanguageAsync(cancellationToken);
                await screen.AnswerAsync(await conversation.AnswerAsync(line, cancellationToken), cancellationToken);
            }
        }

        if (!hasInput && staysOpen)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }

    // A read of a pipe cannot be cancelled; stopping the host does not wait for the next line.
    private static Task<string?> ReadLineAsync(StreamReader input, CancellationToken cancellationToken) =>
        input.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
}
