using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Terminal;

/// <summary>What lines mean, one after another: commands, bare questions, numbers of choices, and leaving.</summary>
internal sealed class ConsoleConversation(CommandCatalogue catalogue, CommandHandler handle)
{
    private static readonly ChannelAddress Channel = new("console", "", "console");

    // Whoever sits at the machine may do everything.
    private static readonly ChatUser User = new("console", IsTeacher: true);
    private static readonly string[] LeavingWords = ["/quit", "/exit", "quit", "exit"];

    private IReadOnlyList<Choice> choices = [];

    /// <summary>Whether a line says that the person leaves.</summary>
    public static bool Leaves(string line) => LeavingWords.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers one line that is not blank.</summary>
    public async Task<ChatReply> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        var typed = ChosenBy(line) ?? TypedLine.Parse(catalogue, line);
        var reply = await handle(
            new ChatCommand { Name = typed.Command, Text = typed.Text, Channel = Channel, User = User },
            cancellationToken);
        choices = [.. reply.Blocks.OfType<ChoicesBlock>().SelectMany(block => block.Choices)];
        return reply;
    }

    private TypedLine? ChosenBy(string line) =>
        int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count
            ? new TypedLine(choices[number - 1].Command, choices[number - 1].Text)
            : null;
}
