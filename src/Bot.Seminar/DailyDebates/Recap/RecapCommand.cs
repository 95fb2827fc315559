using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Sums a debate's thread up as a draft: points for, points against, open questions.</summary>
internal sealed class RecapCommand(DebateRecap recap) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("recap", "Drafts a summary of this debate's thread: points for, points against, open questions.")
    {
        NeedsChannel = true,
        Examples = ["recap"],
        Details = "Works where a teacher allowed it with “settings recap:on”; there it is also posted when the vote closes. Messages are read for this "
            + "one answer and not stored. Alike points are counted together; each leads to the message that made it first and to the place in the "
            + "readings that it is nearest to.",
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        (await recap.OfAsync(request.Command.Channel, "", cancellationToken)).Say();
}
