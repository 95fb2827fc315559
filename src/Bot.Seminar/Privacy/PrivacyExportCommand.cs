using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Privacy;

/// <summary>Gives a member what is kept about them.</summary>
internal sealed class PrivacyExportCommand(MemberRecords records) : ISeminarCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The text goes into a chat message, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("privacy export", "Shows what is kept about you, as JSON.")
    {
        Examples = ["privacy export"],
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var record = await records.ReadAsync(request.Command.Channel, request.Command.User, cancellationToken);
        return ChatReply.Answer(
            new TextBlock("This is what is kept about you. Your name is not: votes and suggestions are found by a keyed hash of it."),
            new TextBlock(JsonSerializer.Serialize(record, Readable)));
    }
}
