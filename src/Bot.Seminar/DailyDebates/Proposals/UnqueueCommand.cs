using Bot.Seminar.Channels;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>Removes a motion from the queue; only a button uses it.</summary>
internal sealed class UnqueueCommand(ProposalStore proposals) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate unqueue", "Takes a motion out of the queue.")
    {
        Text = new OptionInfo("motion", "The motion's id.") { Required = true },
        ForTeachers = true,
        IsHidden = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await proposals.TakeBackAsync(ChannelKey.Of(request.Command.Channel), request.Text, cancellationToken) is { } motion
            ? ChatReply.Answer(new TextBlock(ProposalTexts.FormatOutOfQueue(motion)))
            : ChatReply.Error(ProposalTexts.NotQueued);
}
