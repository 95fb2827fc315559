using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;

namespace Bot.Seminar.ReadingList;

/// <summary>Says which readings a channel is answered from now.</summary>
internal static class ChannelListReply
{
    private const int MaxNamed = 20;

    /// <summary>What a command that changed the list answers.</summary>
    public static ChatReply Of(ChannelShelves shelves, ChannelAddress channel)
    {
        var (here, all) = (shelves.Of(channel).Readings, shelves.AllFor(channel).Readings);
        return shelves.ListOf(channel).Count == 0
            ? ChatReply.Answer(new TextBlock($"This channel is answered from {All(all.Count)}, and from what is put there later."))
            : ChatReply.Answer(
                new TextBlock($"This channel is answered from {Count.Of(here.Count, "reading")} of {all.Count}, and from no others:"),
                Listed(here));
    }

    /// <summary>The readings that a list leaves out, and the names in it that are not on the shelf; nothing for a channel without a list.</summary>
    public static IEnumerable<ReplyBlock> Rest(ChannelShelves shelves, ChannelAddress channel)
    {
        var listed = shelves.ListOf(channel);
        if (listed.Count == 0)
        {
            yield break;
        }

        var all = shelves.AllFor(channel).Readings;
        var others = all.Where(reading => !listed.Contains(reading.Id.Value)).ToList();
        if (others.Count > 0)
        {
            yield return new TextBlock("Also on the shelf, and not in this channel’s list:");
            yield return Listed(others);
        }

        var gone = listed.Except(all.Select(reading => reading.Id.Value)).ToList();
        if (gone.Count > 0)
        {
            yield return new TextBlock($"In this channel’s list, and not on the shelf at the moment: {string.Join(", ", gone)}.");
        }
    }

    private static string All(int count) => count == 1 ? "the one reading on the shelf" : $"all {count} readings on the shelf";

    private static ListBlock Listed(IReadOnlyList<Reading> readings) => new(
    [
        .. readings.Take(MaxNamed).Select(reading => $"{reading.Title} [{reading.Id}]"),
        .. readings.Count > MaxNamed ? [$"and {readings.Count - MaxNamed} more"] : Array.Empty<string>(),
    ]);
}
