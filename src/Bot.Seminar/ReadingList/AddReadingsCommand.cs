using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.ReadingList.Uploads;

namespace Bot.Seminar.ReadingList;

/// <summary>Adds readings to a channel's list: some of the shelf, or a file that comes with the command.</summary>
internal sealed class AddReadingsCommand(ReadingListStore store, ChannelShelves shelves, ReadingUpload uploads) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("readings add", "Adds readings to this channel’s list, or uploads a new one.")
    {
        Text = new OptionInfo("names", "The readings’ names with commas between them.") { Required = true, Kind = OptionKind.ShelfReadings },
        File = new OptionInfo("file", "A file to put on the shelf: text, Markdown, a web page, PDF or Word."),
        Examples = ["readings add what-sanctions-did"],
        Details = "In place of a name you can send a file: attached to the command, or on the teacher’s desk in the browser; in the console write its "
            + "path. It is on the shelf of this server or workspace then, for its members alone, until “readings delete” takes it away.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) => request.Command.File is { } file
        ? UploadAsync(request.Command.Channel, file, cancellationToken)
        : AddAsync(request.Command.Channel, request.Text, cancellationToken);

    private async Task<ChatReply> UploadAsync(ChannelAddress channel, AttachedFile file, CancellationToken cancellationToken)
    {
        var (reading, problem) = await uploads.TakeAsync(channel, file, cancellationToken);
        if (reading is null)
        {
            return ChatReply.Error(problem);
        }

        await ListAsync(channel, [reading], cancellationToken);
        return ChatReply.Answer([
            new TextBlock($"On the shelf now: {ReadingOutline.InOneLine(reading)}"),
            .. reading.Warnings.Select(warning => new TextBlock($"Look: {warning}")),
            .. ChannelListReply.Of(shelves, channel).Blocks,
            new ChoicesBlock([new Choice("Read from the beginning", "show", $"¶1 reading:{reading.Id}")]),
        ]);
    }

    private async Task<ChatReply> AddAsync(ChannelAddress channel, string text, CancellationToken cancellationToken)
    {
        var (named, problem) = NamedReadings.Of(shelves.AllFor(channel).Readings, text);
        if (problem.Length > 0)
        {
            return ChatReply.Error(problem);
        }

        await ListAsync(channel, named, cancellationToken);
        return ChannelListReply.Of(shelves, channel);
    }

    // A channel without a list has them already.
    private Task<bool> ListAsync(ChannelAddress channel, IReadOnlyList<Reading> readings, CancellationToken cancellationToken) => store.ChangeAsync(
        channel, listed => listed.Count == 0 ? null : [.. listed.Union(readings.Select(reading => reading.Id.Value))], cancellationToken);
}
