using Bot.Chat;
using Bot.Terminal;
using Spectre.Console;

namespace Bot.CommandLine;

/// <summary>Prints a reply: drawn at a terminal, as plain text elsewhere.</summary>
internal static class Answers
{
    public static async Task PrintAsync(ChatReply reply)
    {
        if (!Console.IsOutputRedirected)
        {
            ReplyRenderer.Render(AnsiConsole.Create(new AnsiConsoleSettings()), WithoutChoices(reply));
            return;
        }

        await using var output = StandardStreams.OpenOutput();
        await output.WriteLineAsync(reply.ToPlainText());
    }

    // The process ends here, so there is nothing to press: the commands themselves are what helps.
    private static ChatReply WithoutChoices(ChatReply reply) => reply with
    {
        Blocks = [.. reply.Blocks.Select(block => block is ChoicesBlock choices ? new ListBlock(Lines(choices)) : block)],
    };

    private static IReadOnlyList<string> Lines(ChoicesBlock choices) =>
        [.. choices.Choices.Select(choice => $"{choice.Label}: {choice.Command} {choice.Text}".TrimEnd())];
}
