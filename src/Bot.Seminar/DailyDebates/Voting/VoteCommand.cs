using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>Casts a vote in a debate. Only the buttons of the poll use it; only the voter sees the reply.</summary>
internal sealed class VoteCommand(VoteStore votes, VoterHashes voters, TimeProvider time) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate vote", "Votes in a debate.")
    {
        Text = new OptionInfo("vote", "The debate and your choice.") { Required = true },
        IsPersonal = true,
        IsHidden = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Split(' ') is not [var debate, var side, .. { Length: <= 1 } rest] || !Tally.Stances.Contains(side))
        {
            return ChatReply.Error(VotingTexts.HowTo);
        }

        var (channel, user) = (request.Command.Channel, request.Command.User);
        var key = ChannelKey.Of(channel);
        var hasTicket = rest is [var ticket] && ticket == await voters.CreateTicketAsync(channel, user, debate, cancellationToken);
        var voter = await voters.OfAsync(channel, user, debate, cancellationToken);
        if (!await votes.CastAsync(debate, hasTicket ? null : key, voter, side, Dates.Now(time), cancellationToken))
        {
            return ChatReply.Error(hasTicket || await votes.IsOfAsync(debate, key, cancellationToken)
                ? VotingTexts.IsClosed
                : VotingTexts.HowTo);
        }

        var tally = await votes.TallyAsync(debate, cancellationToken);
        return ChatReply.Answer(
            new TextBlock(Describe(side)),
            new TextBlock(tally.IsShown ? VotingTexts.FormatSoFar(tally.Describe()) : tally.Describe()));
    }

    private static string Describe(string side) => side switch
    {
        Tally.For => VotingTexts.YouAreFor,
        Tally.Against => VotingTexts.YouAreAgainst,
        _ => VotingTexts.YouAreUndecided,
    };
}
