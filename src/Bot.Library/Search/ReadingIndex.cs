using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>Finds passages in a set of readings. Immutable and safe for many threads.</summary>
public sealed class ReadingIndex
{
    private ReadingIndex(IReadOnlyList<Reading> readings) => Readings = readings;

    /// <summary>The readings it covers.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>Indexes a set of readings.</summary>
    public static ReadingIndex Build(IReadOnlyList<Reading> readings) => new(readings);
}
