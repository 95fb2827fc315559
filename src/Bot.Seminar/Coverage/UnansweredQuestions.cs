using Bot.Chat.Delivery;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>Stores the words of questions that the readings do not answer, where the channel's teachers allow it, and tells the member so.</summary>
internal sealed class UnansweredQuestions(FeedbackReasons reasons, ChannelSettings settings)
{
    private const int MaxLength = 300;

    /// <summary>Stores the question of a reply, if it is one without an answer; the reply then says so.</summary>
    /// <remarks>
    /// A message that was only overheard is from a program, so it is not stored: its member gets no reply that could say so. If the database cannot be
    /// used, nothing is stored, and the member still gets the reply.
    /// </remarks>
    public async Task<ChatReply> StoreAsync(ChatCommand command, ChatReply reply, CancellationToken cancellationToken)
    {
        if (reply.Unanswered is not { } question || command.IsDirect || command.IsFromProgram
            || !await settings.AllowsReasonsAsync(command.Channel, cancellationToken))
        {
            return reply;
        }

        try
        {
            await reasons.AddAsync(command.Channel, FeedbackReasons.Question, ShortText.Of(question.ReplaceLineEndings(" "), MaxLength), cancellationToken);
        }
        catch (DatabaseUnavailableException)
        {
            return reply;
        }

        return reply with { Blocks = [.. reply.Blocks, new TextBlock(FeedbackTexts.TeachersSeeQuestion)] };
    }
}
