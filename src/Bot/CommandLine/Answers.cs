using Bot.Terminal;
using Spectre.Console;

namespace Bot.CommandLine;

/// <summary>Prints a reply: drawn at a terminal, as plain text elsewhere. A file or a pipe gets only the text of an attached file.</summary>
internal static class Answers
{
    public static async Task PrintAsync(ChatReply reply)
    {
        if (!Console.IsOutputRedirected)
        {
            ReplyRenderer.Render(AnsiConsole.Create(new AnsiConsoleSettings()), WriteChoicesOut(reply));
            return;
        }

        var files = reply.Blocks.OfType<FileBlock>().ToList();
        await using var output = StandardStreams.OpenOutput();
        if (files.Count == 0)
        {
            await output.WriteLineAsync(reply.ToPlainText());
            return;
        }

        await Console.Error.WriteLineAsync((reply with { Blocks = [.. reply.Blocks.Except(files)] }).ToPlainText());
        await output.WriteLineAsync(string.Join("\n\n", files.Select(file => file.Text)));
    }

    // The process ends here, so there are no buttons: the commands are printed instead.
    private static ChatReply WriteChoicesOut(ChatReply reply) => reply with { Blocks = [.. reply.Blocks.SelectMany(WriteOut)] };

    private static IEnumerable<ReplyBlock> WriteOut(ReplyBlock block) => block switch
    {
        ChoicesBlock choices => [ListChoices(choices.Choices)],
        PollBlock poll => [new TextBlock(poll.Question), ListChoices(poll.Answers)],
        _ => [block],
    };

    private static ListBlock ListChoices(IReadOnlyList<Choice> choices) =>
        new([.. choices.Select(choice => $"{choice.Label}: {choice.Command} {choice.Text}".TrimEnd())]);
}
