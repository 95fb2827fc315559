namespace Bot.Seminar.Coverage;

/// <summary>The two buttons below an answer that ask whether it helped.</summary>
internal static class FeedbackButtons
{
    /// <summary>The commands whose answers get the buttons.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["ask", "counter"];

    /// <summary>Adds the buttons to an answer with quotes, if the platform has buttons.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="command">The name of the command that made it.</param>
    /// <param name="style">How the platform writes commands: plain text if it has no buttons.</param>
    public static ChatReply AddTo(ChatReply reply, string command, CommandStyle style)
    {
        var isAnswer = reply.Status is ReplyStatus.Answered or ReplyStatus.Unsure && Kinds.Contains(command);
        if (style == CommandStyle.Words || !isAnswer || reply.Quotes.FirstOrDefault() is not { Citation.Reading: var reading })
        {
            return reply;
        }

        // Identifies this answer, so that a second press of the same member does not count.
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
