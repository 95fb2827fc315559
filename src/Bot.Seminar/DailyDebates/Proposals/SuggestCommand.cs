using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.DailyDebates.Voting;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>Suggests a motion, which a teacher accepts or declines.</summary>
internal sealed class SuggestCommand(ProposalStore proposals, VoterHashes hashes, TimeProvider time) : ISeminarCommand
{
    private const int MaxLength = 300;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate suggest", "Suggests a motion; a teacher accepts or declines it.")
    {
        NeedsChannel = true,
        Text = new OptionInfo("motion", "A sentence that the class could debate.") { Required = true },
        Examples = ["debate suggest Sanctions should be tied to a date."],
        ChangesSomething = true,
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Length > MaxLength)
        {
            return ChatReply.Error(ProposalTexts.FormatTooLong(MaxLength));
        }

        var (chat, key) = (request.Command.Channel, ChannelKey.Of(request.Command.Channel));
        var author = await hashes.OfAsync(chat, request.Command.User, SuggestionsOf(key), cancellationToken);
        var added = await proposals.AddAsync(key, request.Text, author, Dates.Now(time), cancellationToken);
        return ProposalReplies.Of(added.Obstacle) ?? ChatReply.Answer(
            new TextBlock(ProposalTexts.FormatSuggested(request.Text)),
            new TextBlock(ProposalTexts.TeacherDecides),
            new ChoicesBlock([new Choice(ProposalTexts.Accept, "debate accept", added.Id), new Choice(ProposalTexts.Decline, "debate decline", added.Id)]));
    }

    /// <summary>The name that the author's hash includes, so that their suggestions can be found again.</summary>
    public static string SuggestionsOf(string channel) => $"suggestions {channel}";
}
