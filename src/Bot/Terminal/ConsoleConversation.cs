using System.Globalization;

namespace Bot.Terminal;

/// <summary>Interprets lines: commands, questions, numbers of choices, and words for leaving.</summary>
/// <param name="seminar">The seminar.</param>
/// <param name="locale">The locale of the person; null if it is not known.</param>
internal sealed class ConsoleConversation(ISeminar seminar, string? locale = null)
{
    /// <summary>The one channel of the console.</summary>
    public static readonly ChannelAddress Channel = new("console", "", "console");

    // A person at the machine has all rights.
    private static readonly ChatUser User = new("console", IsTeacher: true);
    private static readonly string[] LeavingWords = ["/quit", "/exit", "quit", "exit"];

    private IReadOnlyList<Choice> choices = [];

    /// <summary>Whether a line means that the person leaves.</summary>
    public static bool Leaves(string line) => LeavingWords.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of the console. Callers must make it the current one before they print an answer.</summary>
    public ValueTask<CultureInfo> LanguageAsync(CancellationToken cancellationToken) => seminar.LanguageOfAsync(Channel, locale, cancellationToken);

    /// <summary>Answers a line that is not blank.</summary>
    public async Task<ChatReply> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        var isNumber = int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && (number < 1 || number > choices.Count))
        {
            return ChatReply.Error(choices.Count > 0
                ? TerminalTexts.FormatNoSuchNumber(line.Trim(), choices.Count)
                : TerminalTexts.NothingByNumber);
        }

        var command = isNumber
            ? Press(choices[number - 1])
            : TakeFile(new ChatCommand { Name = ChatCommand.PlainWords, Text = line, Channel = Channel, User = User });
        var reply = await seminar.HandleAsync(command with { Locale = locale, MayOfferQuestions = true }, cancellationToken);

        // A member who has voted can change the vote, so the choices stay, as buttons do on other platforms.
        if (!isNumber || reply.Choices.Any())
        {
            Offer(reply);
        }

        return reply;
    }

    /// <summary>Remembers the printed choices, so that numbers select them.</summary>
    public void Offer(ChatReply printed) => choices = [.. printed.Choices];

    // "readings add ~/week-3.pdf": if a command takes a file, the text can be its path.
    private ChatCommand TakeFile(ChatCommand typed)
    {
        var found = seminar.Find(typed);
        return found.Info?.File is not null && LocalFile.Find(found.Text) is { } file
            ? typed with { Name = found.Info.Name, Text = "", Files = [file] }
            : typed;
    }

    private static ChatCommand Press(Choice choice) =>
        new() { Name = choice.Command, Text = choice.Text, Stamp = choice.Stamp, Channel = Channel, User = User };
}
