namespace Bot.Chat.Delivery;

/// <summary>Writes choices as text to type if they do not fit on buttons: those that are too long, and those above the number of buttons.</summary>
public static class WrittenChoices
{
    // Nobody would type a longer line.
    private const int MaxLine = 400;

    /// <summary>The reply, with choices that do not become buttons written as text.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="room">The maximum number of buttons.</param>
    /// <param name="fits">Whether a choice fits on a button.</param>
    /// <param name="isNative">Whether a poll becomes the platform's own, which needs no buttons.</param>
    public static ChatReply WriteOut(ChatReply reply, int room, Func<Choice, bool> fits, Func<PollBlock, bool>? isNative = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply with { Blocks = [.. reply.Blocks.SelectMany(Blocks)] };

        IEnumerable<ReplyBlock> Blocks(ReplyBlock block)
        {
            var choices = block switch
            {
                ChoicesBlock some => some.Choices,
                PollBlock poll when isNative?.Invoke(poll) != true => poll.Answers,
                _ => [],
            };
            var (kept, written) = (new List<Choice>(), new List<Choice>());
            foreach (var choice in choices)
            {
                if (room > kept.Count && fits(choice))
                {
                    kept.Add(choice);
                }
                else if (!choice.MayBeLeftOut)
                {
                    written.Add(choice);
                }
            }

            room -= kept.Count;
            if (kept.Count == choices.Count)
            {
                return [block];
            }

            if (written.Count == 0)
            {
                return kept.Count > 0 ? [new ChoicesBlock(kept)] : [];
            }

            var words = new TextBlock(string.Join('\n', written.Select(Write)));
            return (block, kept.Count) switch
            {
                (PollBlock poll, _) => [poll with { Answers = kept }, words],
                (_, 0) => [words],
                _ => [words, new ChoicesBlock(kept)],
            };
        }
    }

    private static string Write(Choice choice) =>
        ShortText.Of(choice.WriteOut("/").ReplaceLineEndings(" "), MaxLine);
}
