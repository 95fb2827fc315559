using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>Puts a motion before those of the plan.</summary>
internal sealed class QueueCommand(ProposalStore proposals, Shelf shelf, MotionPools pools, TimeProvider time) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate queue", "Puts a motion before those of the plan.")
    {
        Text = new OptionInfo("motion", "A sentence to debate, or the place of one.") { Required = true },
        Examples = ["debate queue Europe should talk to Pyongyang without conditions.", "debate queue case-for-pressure ¶4.1"],
        Details = "It is debated on the next day that has a debate and no pinned motion. Passages for and against it come from the readings.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (named, problem) = pools.Typed(shelf.Current, request.Text);
        if (named is null)
        {
            return ChatReply.Error(problem);
        }

        var motion = named.Text;
        var added = await proposals.AddAsync(ChannelKey.Of(request.Command.Channel), motion, "", Dates.Now(time), cancellationToken);
        return ProposalReplies.Of(added.Obstacle) ?? ChatReply.Answer(
            new TextBlock($"Queued: {motion}"),
            new ChoicesBlock([new Choice("When does it come?", "debate preview", ""), new Choice("Take it back", "debate unqueue", added.Id)]));
    }
}

/// <summary>What the commands on proposals say alike.</summary>
internal static class ProposalReplies
{
    private static readonly ChatReply TooMany = ChatReply.Error(
        $"{ProposalStore.MaxWaiting} motions wait in this channel already. Some have to be debated, accepted or declined first.");

    private static readonly ChatReply TooManyOfOne = ChatReply.Error("Five of your motions wait in this channel already. A teacher has to decide on them first.");

    /// <summary>What the author of a motion is told where it cannot be queued; null where it can.</summary>
    public static ChatReply? Of(ProposalStore.Obstacle obstacle) => obstacle switch
    {
        ProposalStore.Obstacle.ChannelIsFull => TooMany,
        ProposalStore.Obstacle.MemberHasEnough => TooManyOfOne,
        _ => null,
    };

    public static ChatReply Decided { get; } = ChatReply.Error("That suggestion has been decided on already.");
}
