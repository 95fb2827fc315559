using Bot.Seminar.Channels;

namespace Bot.Seminar.ReadingList;

/// <summary>Removes readings from a channel's list.</summary>
internal sealed class RemoveReadingsCommand(ReadingListStore store, ChannelShelves shelves) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("readings remove", "Removes readings from this channel’s list.")
    {
        Text = new OptionInfo("names", "The readings’ names with commas between them.") { Required = true, Kind = OptionKind.ShelfReadings },
        Examples = ["readings remove what-sanctions-did"],
        Details = "They stay on the shelf, for other channels and for “readings add”. A channel without a list gets a list of all the others, so a "
            + "reading that is put on the shelf later must be added to it.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var channel = request.Command.Channel;

        // A reading that is no longer on the shelf can be removed too.
        if (shelves.ListOf(channel).Contains(request.Text))
        {
            return await RemoveAsync(request, [request.Text], cancellationToken);
        }

        var (named, problem) = NamedReadings.Of(request.Shelf.Readings, request.Text);
        return problem.Length > 0 ? ChatReply.Error(problem) : await RemoveAsync(request, [.. named.Select(reading => reading.Id.Value)], cancellationToken);
    }

    private async Task<ChatReply> RemoveAsync(CommandRequest request, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var channel = request.Command.Channel;
        var isRemoved = await store.ChangeAsync(
            channel,
            listed =>
            {
                var before = listed.Count > 0 ? listed : request.Shelf.Readings.Select(reading => reading.Id.Value);
                return before.Except(names).ToList() is { Count: > 0 } rest ? rest : null;
            },
            cancellationToken);
        return isRemoved
            ? ChannelListReply.Of(shelves, channel)
            : ChatReply.Error(ReadingListTexts.NoneWouldBeLeft);
    }
}
