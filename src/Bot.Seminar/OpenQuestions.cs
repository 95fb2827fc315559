using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;

namespace Bot.Seminar;

/// <summary>
/// Finds the questions in a channel whose teachers want each question that is posted there answered, without a command. People who talk ask each
/// other much that no text answers (“When is the essay due?”), so the bot speaks up less readily here than where it is asked.
/// </summary>
internal sealed class OpenQuestions(ChannelSettings settings)
{
    // Who writes more makes a point, and asks in passing.
    private const int MaxLength = 500;

    // At least four of five such answers are right; of 580 messages that want none, four get one (docs/evaluation.md).
    private const double MinConfidence = 0.8;

    private const string Marks = "?？؟";
    private const string Closing = "\"'”’»)]*_";

    /// <summary>The question that a message puts to everyone; null where it is none, or the channel does not want it answered.</summary>
    public async ValueTask<string?> InAsync(ChatCommand message, CancellationToken cancellationToken)
    {
        // What is said in a thread is said to those who talk there.
        var words = message.Channel.Thread is null ? InputText.Clean(message.Text) : "";
        return IsQuestion(words) && await settings.AnswersHereAsync(message.Channel, cancellationToken) ? words : null;
    }

    /// <summary>Whether a reply is worth saying to a question that was put to nobody: it is surer than an answer has to be that was asked for.</summary>
    public static bool IsAnsweredBy(ChatReply reply) => reply.Status == ReplyStatus.Answered && (reply.Confidence ?? 1) >= MinConfidence;

    /// <summary>Whether words, cleaned, put a question to everyone. “Do you agree with it?” is asked of those who talk.</summary>
    public static bool IsQuestion(string words) =>
        words.TrimEnd(Closing.ToCharArray()) is [.., var last] && Marks.Contains(last, StringComparison.Ordinal)
        && InputText.Length(words) <= MaxLength
        && InputText.HasSubject(words)
        && !Opening.PointsOut(words);
}
