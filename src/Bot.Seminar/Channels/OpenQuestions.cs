using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Channels;

/// <summary>
/// Finds the questions in a channel whose teachers want each question that is posted there answered, without a command. Whether the readings
/// answer it, and not what the words look like, decides in the end; here only messages are left out that are surely none.
/// </summary>
internal sealed class OpenQuestions(ChannelSettings settings)
{
    // Who writes more makes a point, and asks in passing.
    private const int MaxLength = 500;

    private const string Marks = "?？؟";
    private const string Closing = "\"'”’»)]*_";

    /// <summary>The question that a message puts to everyone; null where it is none, or the channel does not want it answered.</summary>
    public async ValueTask<string?> InAsync(ChatCommand message, CancellationToken cancellationToken)
    {
        // What is said in a thread is said to those who talk there.
        var words = message.Channel.Thread is null ? InputText.Clean(message.Text) : "";
        return IsQuestion(words) && await settings.AnswersHereAsync(message.Channel, cancellationToken) ? words : null;
    }

    private static bool IsQuestion(string words) =>
        words.TrimEnd(Closing.ToCharArray()) is [.., var last] && Marks.Contains(last, StringComparison.Ordinal)
        && InputText.Length(words) <= MaxLength
        && InputText.HasSubject(words);
}
