using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Seminar.Privacy;

/// <summary>Exports the stored data about a member.</summary>
internal sealed class PrivacyExportCommand(MemberRecords records, FollowUps followUps) : ISeminarCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The text goes into a chat message or a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("privacy export", "Gives you the data that is stored about you, as a JSON file.")
    {
        Examples = ["privacy export"],
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var record = await records.ReadAsync(request.Command.Channel, request.Command.User, cancellationToken);
        var shown = new
        {
            Votes = record.Votes.Select(vote => new
            {
                vote.Motion,
                vote.FirstSide,
                vote.Side,
                FirstAt = ToTime(vote.FirstAt),
                ChangedAt = ToTime(vote.ChangedAt)
            }),
            Suggestions = record.Suggestions.Select(suggestion => new { suggestion.Motion, suggestion.State, MadeAt = ToTime(suggestion.MadeAt) }),
            DirectMessagesAbout = record.Notices,
            LastQuestions = followUps.Of(request.Command.Channel, request.Command.User),
        };
        return ChatReply.Answer(
            new TextBlock(PrivacyTexts.Kept),
            new FileBlock("kept-about-you.json", "application/json", JsonSerializer.Serialize(shown, Readable)));
    }

    private static DateTimeOffset ToTime(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
