using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>Writes choices out that no button takes, so that they can be typed: the ones that carry too much, and the ones too many.</summary>
internal static class WrittenChoices
{
    // A longer line is nothing that anybody types.
    private const int LongestLine = 400;

    /// <summary>The reply with words in the place of choices that do not become buttons.</summary>
    public static ChatReply WriteOut(ChatReply reply, MessageForm form)
    {
        var room = DiscordLimits.Buttons - (form.HasShare ? 1 : 0);
        return reply with { Blocks = [.. reply.Blocks.SelectMany(Blocks)] };

        IEnumerable<ReplyBlock> Blocks(ReplyBlock block)
        {
            var choices = block switch
            {
                ChoicesBlock some => some.Choices,
                PollBlock poll when !(form.HasNativePolls && NativePolls.Of(poll) is not null) => poll.Answers,
                _ => [],
            };
            var (kept, written) = (new List<Choice>(), new List<Choice>());
            foreach (var choice in choices)
            {
                (room > kept.Count && ButtonId.Of(choice, 0) is not null ? kept : written).Add(choice);
            }

            room -= kept.Count;
            if (written.Count == 0)
            {
                return [block];
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
        ShortText.Of($"→ {choice.Label}: {$"/{choice.Command} {choice.Text}".TrimEnd()}".ReplaceLineEndings(" "), LongestLine);
}
