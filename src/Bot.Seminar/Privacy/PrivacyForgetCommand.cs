using Bot.Chat.Languages;

namespace Bot.Seminar.Privacy;

/// <summary>Erases the stored data about a member.</summary>
internal sealed class PrivacyForgetCommand(MemberRecords records, FollowUps followUps) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("privacy forget", "Erases the data that is stored about you.")
    {
        Examples = ["privacy forget"],
        Details = "Your votes, your suggestions and your request to be told of missed debates are gone when you read the answer, which also says until when a backup may contain them. "
            + "Posts stay: results in numbers, and motions of yours that were debated, without your name.",
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
            new TextBlock(CountErased(count)),
            .. isClean ? Array.Empty<ReplyBlock>() : [new TextBlock(PrivacyTexts.Traces)],
            new TextBlock(await ExplainBackupsAsync(cancellationToken)),
        ]);
    }

    private static string CountErased(int count) => count switch
    {
        0 => PrivacyTexts.NothingKept,
        1 => PrivacyTexts.OneErased,
        _ => PrivacyTexts.FormatErased(count),
    };

    private async Task<string> ExplainBackupsAsync(CancellationToken cancellationToken) => await records.FindBackupsEndAsync(cancellationToken) is { } end
        ? PrivacyTexts.FormatBackupUntil(Wording.FormatDate(DateOnly.FromDateTime(end.UtcDateTime)))
        : records.AreBackupsElsewhere
            ? PrivacyTexts.BackupsElsewhere
            : PrivacyTexts.NoBackup;
}
