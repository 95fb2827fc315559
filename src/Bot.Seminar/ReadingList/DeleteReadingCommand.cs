using Bot.Seminar.Channels;
using Bot.Seminar.ReadingList.Uploads;

namespace Bot.Seminar.ReadingList;

/// <summary>Deletes a reading that teachers uploaded.</summary>
internal sealed class DeleteReadingCommand(UploadStore store, UploadedReadings uploaded, ChannelShelves shelves) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("readings delete", "Deletes an uploaded reading for all channels. This cannot be undone.")
    {
        Text = new OptionInfo("name", "The reading’s name.") { Required = true, Kind = OptionKind.ShelfReadings },
        Examples = ["readings delete week-3"],
        Details = "It is removed from the shelf and the database. Readings of the program’s folder cannot be deleted here.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var readings = shelves.FindAll(request.Command.Channel).Readings;
        var (named, problem) = NamedReadings.Of(readings, request.Text);
        if (named is not [var reading])
        {
            return ChatReply.Error(problem.Length > 0 ? problem : ReadingListTexts.OneAtATime);
        }

        if (reading.Workspace is not { } workspace)
        {
            return ChatReply.Error(ReadingListTexts.FormatFileOfFolder(reading.Id));
        }

        await store.DeleteAsync(workspace, reading.Id.Value, cancellationToken);
        await uploaded.RefreshAsync(cancellationToken);
        return ChatReply.Answer(new TextBlock(ReadingListTexts.FormatDeleted(reading.Title)));
    }
}
