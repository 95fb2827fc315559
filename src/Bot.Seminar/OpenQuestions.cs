using Bot.Seminar.Channels;
using Bot.Seminar.Citing;

namespace Bot.Seminar;

/// <summary>
/// Finds the questions in a channel that the bot answers without a command. Members ask each other many questions that no text answers (“When is the essay
/// due?”), so the bot needs a higher confidence here than for a command.
/// </summary>
internal sealed class OpenQuestions(ChannelSettings settings)
{
    // A longer message is usually an argument and not a question.
    private const int MaxLength = 500;

    // At least four of five such answers are right; of 580 messages that need no answer, four get one (docs/evaluation.md).
    private const double MinConfidence = 0.8;

    private const string Marks = "?？؟";
    private const string Closing = "\"'”’»)]*_";

    /// <summary>The question of a message; null if it is not a question to everyone, or the channel does not allow such answers.</summary>
    public async ValueTask<string?> FindAsync(ChatCommand message, CancellationToken cancellationToken)
    {
        // A message in a thread is for the members of that conversation.
        var words = message.Channel.Thread is null ? InputText.Clean(message.Text) : "";
        return IsQuestion(words) && await settings.AnswersHereAsync(message.Channel, cancellationToken) ? words : null;
    }

    /// <summary>Whether the bot is sure enough of a reply to post it without a command.</summary>
    public static bool IsAnsweredBy(ChatReply reply) => reply.Status == ReplyStatus.Answered && (reply.Confidence ?? 1) >= MinConfidence;

    /// <summary>Whether cleaned words are a question to everyone. “Do you agree with it?” is for the members of the conversation.</summary>
    public static bool IsQuestion(string words) =>
        words.TrimEnd(Closing.ToCharArray()) is [.., var last] && Marks.Contains(last, StringComparison.Ordinal)
        && InputText.CountCharacters(words) <= MaxLength
        && InputText.HasSubject(words)
        && !Opening.PointsOut(words);
}
