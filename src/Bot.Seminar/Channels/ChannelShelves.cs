using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;

namespace Bot.Seminar.Channels;

/// <summary>The readings of each channel. Looked up in memory; thread-safe.</summary>
/// <param name="shelf">The readings of all workspaces.</param>
/// <param name="lists">The reading lists of channels.</param>
public sealed class ChannelShelves(Shelf shelf, ReadingLists lists)
{
    // Other classes cache by snapshot object, for example the motions of its readings, so the same object must be returned.
    private readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, ShelfSnapshot>> parts = [];

    /// <summary>The readings of a channel's list; all readings if it has none. Call this once for each question.</summary>
    public ShelfSnapshot Of(ChannelAddress channel) => Of(ChannelKey.Of(channel));

    /// <summary>All readings that can be in a channel's list.</summary>
    public ShelfSnapshot FindAll(ChannelAddress channel) => shelf.NarrowTo(ChannelKey.WorkspaceOf(ChannelKey.Of(channel)));

    /// <summary>The names in a channel's list; empty if it uses all readings.</summary>
    public IReadOnlyList<string> ListOf(ChannelAddress channel) => lists.Of(channel);

    /// <summary>The readings of a channel, by its database key.</summary>
    internal ShelfSnapshot Of(string channel) => Narrow(shelf.NarrowTo(ChannelKey.WorkspaceOf(channel)), lists.Of(channel));

    private ShelfSnapshot Narrow(ShelfSnapshot whole, IReadOnlyList<string> names) => names.Count == 0
        ? whole
        : parts.GetOrCreateValue(whole).GetOrAdd(
            string.Join('\n', names),
            _ =>
            {
                var listed = names.ToHashSet(StringComparer.Ordinal);
                return whole.Narrow(reading => listed.Contains(reading.Id.Value));
            });
}
