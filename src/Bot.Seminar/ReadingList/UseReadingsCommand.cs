using Bot.Seminar.Channels;

namespace Bot.Seminar.ReadingList;

/// <summary>Sets the readings of a channel.</summary>
internal sealed class UseReadingsCommand(ReadingListStore store, ChannelShelves shelves) : ISeminarCommand
{
    private const string All = "all";

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("readings use", "Answers this channel only from certain readings, or from all again.")
    {
        Text = new OptionInfo("names", "The readings’ names with commas between them, or all.") { Required = true, Kind = OptionKind.ShelfReadings },
        Examples = ["readings use case-for-pressure,case-for-engagement", "readings use all"],
        Details = "Questions here and the daily debates then use only these readings. They replace the channel’s list; "
            + "“readings add” and “readings remove” change it. With “all” the channel uses every reading on the shelf again.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var channel = request.Command.Channel;
        var (named, problem) = request.Text.Equals(All, StringComparison.OrdinalIgnoreCase)
            ? ([], "")
            : NamedReadings.Of(shelves.FindAll(channel).Readings, request.Text);
        if (problem.Length > 0)
        {
            return ChatReply.Error(problem);
        }

        await store.ChangeAsync(channel, _ => [.. named.Select(reading => reading.Id.Value)], cancellationToken);
        return ChannelListReply.Of(shelves, channel);
    }
}
