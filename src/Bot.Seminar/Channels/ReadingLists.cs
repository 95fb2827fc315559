using System.Collections.Frozen;

namespace Bot.Seminar.Channels;

/// <summary>
/// The reading lists of channels, in memory, so that a look-up never waits for the database; <see cref="ReadingListStore"/> updates them.
/// </summary>
public sealed class ReadingLists
{
    private volatile FrozenDictionary<string, IReadOnlyList<string>> lists = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The names of a channel's readings; empty if it uses all of them.</summary>
    public IReadOnlyList<string> Of(ChannelAddress channel) => Of(ChannelKey.Of(channel));

    internal IReadOnlyList<string> Of(string channel) => lists.GetValueOrDefault(channel) ?? [];

    internal void Replace(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> all) => lists = all.ToFrozenDictionary();
}
