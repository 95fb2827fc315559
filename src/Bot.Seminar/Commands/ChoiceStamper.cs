using Bot.Seminar.Channels;

namespace Bot.Seminar.Commands;

/// <summary>Adds stamps to the choices of a reply; see <see cref="ChoiceStamps"/>.</summary>
internal sealed class ChoiceStamper(CommandCatalogue catalogue, ChannelShelves shelves)
{
    /// <summary>The reply with stamps for its channel.</summary>
    public ChatReply Stamp(ChatReply reply, ChannelAddress channel)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var snapshot = shelves.Of(channel);
        return reply with
        {
            Blocks = [.. reply.Blocks.Select(block => block switch
            {
                ChoicesBlock choices => choices with { Choices = [.. choices.Choices.Select(Stamp)] },
                PollBlock poll => poll with { Answers = [.. poll.Answers.Select(Stamp)] },
                _ => block,
            })],
        };

        Choice Stamp(Choice choice)
        {
            var (found, text) = catalogue.Resolve(choice.Command, choice.Text);
            return found is null ? choice : choice with { Stamp = ChoiceStamps.Of(snapshot, found.Info, text) };
        }
    }
}
