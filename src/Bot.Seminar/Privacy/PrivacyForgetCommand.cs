using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Privacy;

/// <summary>Erases what is kept about a member.</summary>
internal sealed class PrivacyForgetCommand(MemberRecords records, FollowUps followUps) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("privacy forget", "Erases what is kept about you.")
    {
        Examples = ["privacy forget"],
        Details = "Your votes and suggestions are gone when you read the answer. Results that were posted stay as they are.",
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (channel, user) = (request.Command.Channel, request.Command.User);
        followUps.Forget(channel, user);
        return ChatReply.Answer(new TextBlock(await records.EraseAsync(channel, user, cancellationToken) switch
        {
            0 => "Nothing is kept about you.",
            1 => "What was kept about you, one vote or suggestion, is erased.",
            var count => $"What was kept about you, {count} votes and suggestions, is erased.",
        }));
    }
}
