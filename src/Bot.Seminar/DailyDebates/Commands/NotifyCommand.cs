using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Turns direct messages on or off for a teacher, about debates that are not posted.</summary>
internal sealed class NotifyCommand(Database database, VoterHashes hashes, IEnumerable<IChannelPoster> posters) : ISeminarCommand
{
    private const int MaxOfChannel = 20;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate notify", "Tells you by direct message when a debate is not posted here.")
    {
        Options = [new OptionInfo("off", "Whether to stop these messages.") { Choices = ["no", "yes"] }],
        Examples = ["debate notify", "debate notify off:yes"],
        Details = "Each teacher decides for themselves. The channel also gets a line, unless a teacher turns it off: settings notes:off.",
        ForTeachers = true,
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (channel, user) = (request.Command.Channel, request.Command.User);
        var key = ChannelKey.Of(channel);
        var member = await hashes.OfAsync(channel, user, ToldTeachers.NoticesOf(key), cancellationToken);
        if (request.Option("off") == "yes")
        {
            var removed = await database.WriteAsync(session => ToldTeachers.RemoveAsync(session, key, member), cancellationToken);
            return ChatReply.Answer(
                new TextBlock(removed > 0 ? DebateCommandTexts.NoLongerTold : DebateCommandTexts.NotTold));
        }

        var others = await database.ReadAsync(session => ToldTeachers.OfAsync(session, key), cancellationToken);
        if (others.Count >= MaxOfChannel && others.All(other => other.Member != member))
        {
            return ChatReply.Error(DebateCommandTexts.FormatTooManyTold(others.Count, "debate notify off:yes"));
        }

        var (direct, place, problem) = await WriteToAsync(channel, user, cancellationToken);
        if (direct is not { } address)
        {
            return ChatReply.Error(problem);
        }

        var teacher = new ToldTeacher { Member = member, Direct = ChannelKey.Of(address), Place = place?.AbsoluteUri ?? "" };
        await database.WriteAsync(session => ToldTeachers.AddAsync(session, key, teacher), cancellationToken);
        return ChatReply.Answer(
            new TextBlock(DebateCommandTexts.Told),
            new ChoicesBlock([new Choice(DebateCommandTexts.LeaveOutLine, "settings", "notes:off")]));
    }

    // A first message checks that later ones can arrive, because members can refuse messages from bots.
    private async Task<(ChannelAddress? Direct, Uri? Place, string Problem)> WriteToAsync(
        ChannelAddress channel, ChatUser user, CancellationToken cancellationToken)
    {
        if (posters.FirstOrDefault(poster => poster.Platform == channel.Platform) is not { } poster)
        {
            return (null, null, DebateCommandTexts.NoDirectMessages);
        }

        if (await poster.OpenDirectAsync(channel, user, cancellationToken) is var opened && opened is not DirectOutcome.Opened { Channel: var direct })
        {
            return (null, null, opened is DirectOutcome.Closed closed ? closed.Why : "");
        }

        var place = poster.LinkToChannel(channel);
        var hello = ChatReply.Answer(new TextBlock(place is null ? DebateCommandTexts.HelloOfChannel : DebateCommandTexts.FormatHello(place.AbsoluteUri)));
        return await poster.PostAsync(new ChannelPost(direct, hello, PostId.OfHello()), cancellationToken) switch
        {
            PostOutcome.Posted => (direct, place, ""),
            PostOutcome.Refused refused => (null, null, refused.Why.ToString()),
            _ => (null, null, DebateCommandTexts.HelloFailed),
        };
    }
}
