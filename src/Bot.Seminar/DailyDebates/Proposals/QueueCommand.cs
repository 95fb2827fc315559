namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>Adds a motion to the queue, before those of the plan.</summary>
internal sealed class QueueCommand(QueuedMotions queue) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate queue", "Queues a motion before those of the plan.")
    {
        Text = new OptionInfo("motion", "A sentence to debate, or the place of one.") { Required = true },
        Examples = ["debate queue Europe should talk to Pyongyang without conditions.", "debate queue case-for-pressure ¶4.1"],
        Details = "It is debated on the next day that has a debate and no pinned motion. Passages for and against it come from the readings.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var added = await queue.AddAsync(request.Command.Channel, request.Text, cancellationToken);
        return added.Problem is { } problem ? ChatReply.Error(problem) : ChatReply.Answer(
            new TextBlock(ProposalTexts.FormatQueued(added.Motion)),
            new ChoicesBlock(
            [
                new Choice(ProposalTexts.WhenDoesItCome, "debate preview", ""), new Choice(ProposalTexts.TakeItBack, "debate unqueue", added.Id),
            ]));
    }
}

/// <summary>Replies that the commands on proposals share.</summary>
internal static class ProposalReplies
{
    /// <summary>Too many wait in the channel.</summary>
    public static string TooMany => ProposalTexts.FormatTooMany(ProposalStore.MaxWaiting);

    /// <summary>The reply if a motion cannot be queued; null if it can.</summary>
    public static ChatReply? Of(ProposalStore.Obstacle obstacle) => obstacle switch
    {
        ProposalStore.Obstacle.ChannelIsFull => ChatReply.Error(TooMany),
        ProposalStore.Obstacle.MemberHasEnough => ChatReply.Error(ProposalTexts.TooManyOfOne),
        _ => null,
    };
}
