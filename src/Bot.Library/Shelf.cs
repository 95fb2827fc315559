using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Library;

/// <summary>The readings that are served now. Reading it never waits: it holds the last complete snapshot.</summary>
public sealed class Shelf
{
    private readonly Lock gate = new();
    private volatile ShelfSnapshot all = ShelfSnapshot.Empty;
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// What everybody may read: the files of the folder, in the last complete snapshot. Take it once for each question, so that an answer comes from
    /// one state.
    /// </summary>
    public ShelfSnapshot Current => For(null);

    /// <summary>Everything, also what only the members of one workspace may read. Never use it for a reply.</summary>
    public ShelfSnapshot All => all;

    /// <summary>Ends when the snapshot is replaced next.</summary>
    public Task NextChange
    {
        get
        {
            lock (gate)
            {
                return change.Task;
            }
        }
    }

    /// <summary>What the members of a workspace may read: the files of the folder and what their teachers uploaded.</summary>
    /// <param name="workspace">As <see cref="Reading.Workspace"/> names it; null for what everybody may read.</param>
    /// <returns>The same object until the snapshot is replaced.</returns>
    public ShelfSnapshot For(string? workspace) => all.For(workspace);

    /// <summary>Replaces the present snapshot.</summary>
    public void Replace(ShelfSnapshot snapshot) => TryReplace(null, snapshot);

    /// <summary>Replaces a certain snapshot.</summary>
    /// <param name="expected">The snapshot that must still be the present one; null for any.</param>
    /// <param name="snapshot">The new one.</param>
    /// <returns>False, with nothing changed, if another snapshot is there now.</returns>
    public bool TryReplace(ShelfSnapshot? expected, ShelfSnapshot snapshot)
    {
        TaskCompletionSource changed;
        lock (gate)
        {
            if (expected is not null && !ReferenceEquals(expected, all))
            {
                return false;
            }

            all = snapshot;
            changed = change;
            change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
        return true;
    }
}

/// <summary>Readings and the index over them, which belong together. Immutable.</summary>
/// <param name="Readings">In the order of their ids.</param>
/// <param name="Problems">Files that are not served.</param>
/// <param name="Index">Over exactly <paramref name="Readings"/>.</param>
public sealed record ShelfSnapshot(IReadOnlyList<Reading> Readings, IReadOnlyList<ReadingProblem> Problems, RetrievalIndex Index)
{
    /// <summary>Paragraphs whose anchors lead elsewhere: what the last change of each file did.</summary>
    public IReadOnlyList<AnchorChange> AnchorChanges { get; init; } = [];

    // Beside the record, whose copies would otherwise share it.
    private static readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, ShelfSnapshot>> Parts = [];

    /// <summary>What the members of a workspace may read of it; the same object each time.</summary>
    internal ShelfSnapshot For(string? workspace) => Readings.All(reading => reading.Workspace is null)
        ? this
        : Parts.GetOrCreateValue(this).GetOrAdd(workspace ?? "", _ => Only(reading => reading.Workspace is null || reading.Workspace == workspace));

    /// <summary>The same with some of its readings alone.</summary>
    /// <param name="isIncluded">Whether a reading belongs to them.</param>
    public ShelfSnapshot Only(Func<Reading, bool> isIncluded)
    {
        var readings = Readings.Where(isIncluded).ToList();
        return this with
        {
            Readings = readings,
            Index = Index.Only(isIncluded),
            AnchorChanges = [.. AnchorChanges.Where(change => readings.Exists(reading => reading.Id == change.Reading))],
        };
    }

    /// <summary>No readings.</summary>
    public static ShelfSnapshot Empty { get; } = new([], [], RetrievalIndex.Build([]));
}
