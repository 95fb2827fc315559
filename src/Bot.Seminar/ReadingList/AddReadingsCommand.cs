using Bot.Chat.Delivery;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Seminar.Channels;
using Bot.Seminar.ReadingList.Uploads;

namespace Bot.Seminar.ReadingList;

/// <summary>Adds readings to a channel's list: readings of the shelf, or attached files.</summary>
internal sealed class AddReadingsCommand(ReadingListStore store, ChannelShelves shelves, ReadingUpload uploads) : ISeminarCommand
{
    private const int MaxNameLength = 60;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("readings add", "Adds readings to this channel’s list, or uploads a new one.")
    {
        Text = new OptionInfo("names", "The readings’ names with commas between them.") { Required = true, Kind = OptionKind.ShelfReadings },
        File = new OptionInfo("file", "A file to put on the shelf: text, Markdown, a web page, PDF or Word."),
        MaxFiles = 10,
        FileExtensions = SentFileReader.Extensions,
        MessageAction = "Add to readings",
        ActsOnFiles = true,
        Examples = ["readings add what-sanctions-did"],
        Details = "Instead of names you can send files: attached to the command, in its form, from the menu of a message, or on the teacher’s "
            + "desk in the browser; in the console write a file’s path. A file is then on the shelf of this server or workspace, only for its members, until “readings delete” deletes it.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) => request.Command.Files is { Count: > 0 } files
        ? UploadAsync(request.Command.Channel, files, cancellationToken)
        : AddAsync(request.Command.Channel, request.Text, cancellationToken);

    private async Task<ChatReply> UploadAsync(ChannelAddress channel, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var added = new List<Reading>();
        var problems = new List<string>();
        foreach (var file in files)
        {
            var (reading, problem) = await uploads.TakeAsync(channel, file, cancellationToken);
            if (reading is not null)
            {
                added.Add(reading);
            }
            else
            {
                problems.Add(files.Count == 1 ? problem : $"{ShortenName(file)}: {problem}");
            }
        }

        if (added.Count == 0)
        {
            return ChatReply.Error(string.Join('\n', problems));
        }

        await ListAsync(channel, added, cancellationToken);
        return ChatReply.Answer([
            .. added.SelectMany(ShowWarnings),
            .. problems.Count > 0 ? [new TextBlock(ReadingListTexts.NotTaken), new ListBlock(problems)] : (ReplyBlock[])[],
            .. ChannelListReply.Of(shelves, channel).Blocks,
            new ChoicesBlock([new Choice(ReadingListTexts.ReadFromBeginning, "show", $"¶1 reading:{added[0].Id}")]),
        ]);
    }

    private static IEnumerable<TextBlock> ShowWarnings(Reading reading) => reading.Warnings
        .Select(warning => new TextBlock(ReadingListTexts.FormatLook(FileReasons.Translate(warning))))
        .Prepend(new TextBlock(ReadingListTexts.FormatOnShelfNow(ReadingOutline.WriteInOneLine(reading))));

    private static string ShortenName(AttachedFile file) => ShortText.Of(InputText.Clean(file.Name), MaxNameLength);

    private async Task<ChatReply> AddAsync(ChannelAddress channel, string text, CancellationToken cancellationToken)
    {
        var (named, problem) = NamedReadings.Of(shelves.FindAll(channel).Readings, text);
        if (problem.Length > 0)
        {
            return ChatReply.Error(problem);
        }

        await ListAsync(channel, named, cancellationToken);
        return ChannelListReply.Of(shelves, channel);
    }

    // A channel without a list uses them already.
    private Task<bool> ListAsync(ChannelAddress channel, IReadOnlyList<Reading> readings, CancellationToken cancellationToken) => store.ChangeAsync(
        channel, listed => listed.Count == 0 ? null : [.. listed.Union(readings.Select(reading => reading.Id.Value))], cancellationToken);
}
