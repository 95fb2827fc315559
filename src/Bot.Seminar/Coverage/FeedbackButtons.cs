using Bot.Chat;

namespace Bot.Seminar.Coverage;

/// <summary>The two buttons under an answer that ask whether it helped.</summary>
internal static class FeedbackButtons
{
    /// <summary>The commands that are asked about.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["ask", "counter"];

    /// <summary>Adds the buttons to an answer that quotes something, where there are buttons.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="command">The name of the command that gave it.</param>
    /// <param name="style">How commands are written where it was asked: as words alone where nothing can be pressed.</param>
    public static ChatReply AddTo(ChatReply reply, string command, CommandStyle style)
    {
        var isAnswer = reply.Status is ReplyStatus.Answered or ReplyStatus.Unsure && Kinds.Contains(command);
        if (style == CommandStyle.Words || !isAnswer || reply.Quotes.FirstOrDefault() is not { Citation.Reading: var reading })
        {
            return reply;
        }

        // Tells this answer from the next one of the kind, so that a second press of the same member counts for nothing.
        var answer = Guid.NewGuid().ToString("N")[..8];
        return reply with
        {
            Blocks =
            [
                .. reply.Blocks,
                new ChoicesBlock(
                [
                    new Choice(FeedbackTexts.Helpful, HelpfulCommand.Name, $"yes {command} {reading} {answer}"),
                    new Choice(FeedbackTexts.NotHelpful, HelpfulCommand.Name, $"no {command} {reading} {answer}"),
                ])
                {
                    AskWhetherItHelped = true,
                },
            ],
        };
    }
}
