using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>A button below a suggestion; only teachers can press it.</summary>
internal abstract class DecisionCommand(ProposalStore proposals, TimeProvider time, string name, bool isAccepted) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new(name, "Decides on a suggested motion.")
    {
        Text = new OptionInfo("suggestion", "The suggestion's id.") { Required = true },
        ForTeachers = true,
        IsHidden = true,
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await proposals.DecideAsync(ChannelKey.Of(request.Command.Channel), request.Text, isAccepted, Dates.Now(time), cancellationToken) is { } motion
            ? ChatReply.Answer(new TextBlock(isAccepted ? ProposalTexts.FormatAccepted(motion) : ProposalTexts.FormatDeclined(motion)))
            : ChatReply.Error(ProposalTexts.Decided);
}

/// <summary>The button “Accept”.</summary>
internal sealed class AcceptCommand(ProposalStore proposals, TimeProvider time) : DecisionCommand(proposals, time, "debate accept", isAccepted: true);

/// <summary>The button “Decline”.</summary>
internal sealed class DeclineCommand(ProposalStore proposals, TimeProvider time) : DecisionCommand(proposals, time, "debate decline", isAccepted: false);
