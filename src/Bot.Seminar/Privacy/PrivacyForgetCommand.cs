using System.Globalization;
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
        Details = "Your votes and suggestions, and that you are told of missed debates, are gone when you read the answer, which also says until when a backup may hold them. What was "
            + "posted stays: results in numbers, and a motion of yours that was debated, without your name.",
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (channel, user) = (request.Command.Channel, request.Command.User);
        followUps.Forget(channel, user);
        var (count, isClean) = await records.EraseAsync(channel, user, cancellationToken);
        return ChatReply.Answer(
        [
            new TextBlock(Erased(count)),
            .. isClean ? Array.Empty<ReplyBlock>() : [new TextBlock("Traces of it may stand in the files of my database for some minutes; I remove them as soon as I can.")],
            new TextBlock(await BackupsAsync(cancellationToken)),
        ]);
    }

    private static string Erased(int count) => count switch
    {
        0 => "Nothing is kept about you.",
        1 => "What was kept about you, one entry, is erased.",
        _ => $"What was kept about you, {count} entries, is erased.",
    };

    private async Task<string> BackupsAsync(CancellationToken cancellationToken) => await records.BackupsEndAsync(cancellationToken) is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"A backup may hold what was kept before, until {end.UtcDateTime:d MMMM yyyy}; then I delete it.")
        : records.AreBackupsElsewhere
            ? "The person who runs me may have backups of the database; ask how long those are kept."
            : "No backup that I made holds anything of it.";
}
