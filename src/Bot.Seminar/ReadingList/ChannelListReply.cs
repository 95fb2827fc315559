using Bot.Library.Readings;
using Bot.Seminar.Channels;

namespace Bot.Seminar.ReadingList;

/// <summary>Builds the replies about a channel's reading list.</summary>
internal static class ChannelListReply
{
    private const int MaxNamed = 20;

    /// <summary>The reply of a command that changed the list.</summary>
    public static ChatReply Of(ChannelShelves shelves, ChannelAddress channel)
    {
        var (here, all) = (shelves.Of(channel).Readings, shelves.FindAll(channel).Readings);
        return shelves.ListOf(channel).Count == 0
            ? ChatReply.Answer(new TextBlock(all.Count == 1 ? ReadingListTexts.FromOneReading : ReadingListTexts.FormatFromAllReadings(all.Count)))
            : ChatReply.Answer(
                new TextBlock(ReadingListTexts.FormatFromListedReadings(Count.Readings(here.Count), all.Count)),
                ListReadings(here));
    }

    /// <summary>The readings that a list leaves out, and the names in it that are not on the shelf; empty for a channel without a list.</summary>
    public static IEnumerable<ReplyBlock> ListOthers(ChannelShelves shelves, ChannelAddress channel)
    {
        var listed = shelves.ListOf(channel);
        if (listed.Count == 0)
        {
            yield break;
        }

        var all = shelves.FindAll(channel).Readings;
        var others = all.Where(reading => !listed.Contains(reading.Id.Value)).ToList();
        if (others.Count > 0)
        {
            yield return new TextBlock(ReadingListTexts.NotInList);
            yield return ListReadings(others);
        }

        var gone = listed.Except(all.Select(reading => reading.Id.Value)).ToList();
        if (gone.Count > 0)
        {
            yield return new TextBlock(ReadingListTexts.FormatNotOnShelf(string.Join(", ", gone)));
        }
    }

    private static ListBlock ListReadings(IReadOnlyList<Reading> readings) => new(
    [
        .. readings.Take(MaxNamed).Select(reading => $"{reading.Title} [{reading.Id}]"),
        .. readings.Count > MaxNamed ? [ReadingListTexts.FormatAndMore(readings.Count - MaxNamed)] : Array.Empty<string>(),
    ]);
}
