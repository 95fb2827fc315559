using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Chat;
using Bot.Library;

namespace Bot.Seminar.Channels;

/// <summary>The readings that a channel is answered from. Looked up in memory; safe for many threads.</summary>
/// <param name="shelf">The readings of all workspaces.</param>
/// <param name="lists">Which of them a channel has.</param>
public sealed class ChannelShelves(Shelf shelf, ReadingLists lists)
{
    // What is made of a snapshot, such as the motions of its readings, is found again by the object.
    private readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, ShelfSnapshot>> parts = [];

    /// <summary>The readings of a channel's list; all of them where it has none. Take it once for each question.</summary>
    public ShelfSnapshot Of(ChannelAddress channel) => Of(ChannelKey.Of(channel));

    /// <summary>All readings that a channel's list may name.</summary>
    public ShelfSnapshot AllFor(ChannelAddress channel) => shelf.For(ChannelKey.WorkspaceOf(ChannelKey.Of(channel)));

    /// <summary>The names in a channel's list; empty where it is answered from all readings.</summary>
    public IReadOnlyList<string> ListOf(ChannelAddress channel) => lists.Of(channel);

    /// <summary>The same for a channel as the database writes it.</summary>
    internal ShelfSnapshot Of(string channel) => Narrow(shelf.For(ChannelKey.WorkspaceOf(channel)), lists.Of(channel));

    private ShelfSnapshot Narrow(ShelfSnapshot whole, IReadOnlyList<string> names) => names.Count == 0
        ? whole
        : parts.GetOrCreateValue(whole).GetOrAdd(
            string.Join('\n', names),
            _ =>
            {
                var listed = names.ToHashSet(StringComparer.Ordinal);
                return whole.Only(reading => listed.Contains(reading.Id.Value));
            });
}
