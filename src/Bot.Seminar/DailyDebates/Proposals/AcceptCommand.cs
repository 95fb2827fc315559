using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>The button “Accept” below a suggestion; teachers alone can press it.</summary>
internal sealed class AcceptCommand(ProposalStore proposals, TimeProvider time) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate accept", "Decides on a suggested motion.")
    {
        Text = new OptionInfo("suggestion", "The suggestion's id.") { Required = true },
        ForTeachers = true,
        IsHidden = true,
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await proposals.DecideAsync(ChannelKey.Of(request.Command.Channel), request.Text, isAccepted: true, Dates.Now(time), cancellationToken) is { } motion
            ? ChatReply.Answer(new TextBlock($"The suggestion is queued: {motion}"))
            : ProposalReplies.Decided;
}
