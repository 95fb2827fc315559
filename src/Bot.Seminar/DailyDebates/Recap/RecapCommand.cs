namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Drafts a summary of a debate's thread: points for, points against, open questions.</summary>
internal sealed class RecapCommand(DebateRecap recap) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("recap", "Drafts a summary of this debate's thread: points for, points against, open questions.")
    {
        NeedsChannel = true,
        Examples = ["recap"],
        Details = "Works if a teacher allowed it with “settings recap:on”; the recap is then also posted when the vote closes. Messages are read only for "
            + "this answer and not stored. Similar points are counted together; each links to the message that made it first and to the nearest "
            + "place in the readings.",
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        (await recap.OfAsync(request.Command.Channel, "", cancellationToken)).Say();
}
