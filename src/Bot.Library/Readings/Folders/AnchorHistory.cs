namespace Bot.Library.Readings.Folders;

/// <summary>Follows the paragraphs of each file from load to load, also across loads in which the file was broken or missing.</summary>
internal sealed class AnchorHistory
{
    private readonly Dictionary<string, Reading> lastReadings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<AnchorChange>> lastChanges = new(StringComparer.Ordinal);

    /// <summary>What the last change of each file that is served did to its anchors, in the order of the ids.</summary>
    public IReadOnlyList<AnchorChange> Changes { get; private set; } = [];

    /// <summary>Records what a folder contains now.</summary>
    /// <param name="readings">All that are served, in the order of their ids.</param>
    /// <returns>The readings with changed anchors, with these anchors.</returns>
    public IReadOnlyList<(Reading Reading, IReadOnlyList<AnchorChange> Changes)> Note(IReadOnlyList<Reading> readings)
    {
        var moved = new List<(Reading Reading, IReadOnlyList<AnchorChange> Changes)>();
        foreach (var reading in readings)
        {
            if (lastReadings.TryGetValue(reading.File, out var before) && !ReferenceEquals(before, reading))
            {
                var changes = AnchorComparison.Compare(before, reading);
                lastChanges[reading.File] = changes;
                if (changes.Count > 0)
                {
                    moved.Add((reading, changes));
                }
            }

            lastReadings[reading.File] = reading;
        }

        Changes = [.. readings.SelectMany(reading => lastChanges.GetValueOrDefault(reading.File, []))];
        return moved;
    }
}
