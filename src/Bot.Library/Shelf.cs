using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Library;

/// <summary>The current readings. Reading it never waits: it has the last complete snapshot.</summary>
public sealed class Shelf
{
    private readonly Lock gate = new();
    private volatile ShelfSnapshot all = ShelfSnapshot.Empty;
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// The readings for everybody: the files of the folder, in the last complete snapshot. Take it once for each question, so that an answer comes from one
    /// state.
    /// </summary>
    public ShelfSnapshot Current => NarrowTo(null);

    /// <summary>All readings, including those of single workspaces. Never use it for a reply.</summary>
    public ShelfSnapshot All => all;

    /// <summary>A task that completes when the snapshot is replaced next.</summary>
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

    /// <summary>The readings for the members of a workspace: the files of the folder and their teachers' uploads.</summary>
    /// <param name="workspace">The workspace, as in <see cref="Reading.Workspace"/>; null for the readings for everybody.</param>
    /// <returns>The same object until the snapshot is replaced.</returns>
    public ShelfSnapshot NarrowTo(string? workspace) => all.NarrowTo(workspace);

    /// <summary>Replaces the current snapshot.</summary>
    public void Replace(ShelfSnapshot snapshot) => TryReplace(null, snapshot);

    /// <summary>Replaces the snapshot if it is an expected one.</summary>
    /// <param name="expected">The snapshot that must be the current one; null for any.</param>
    /// <param name="snapshot">The new one.</param>
    /// <returns>False if another snapshot is current; then nothing changes.</returns>
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
/// <param name="Readings">The readings, in the order of their ids.</param>
/// <param name="Problems">Files that are not served.</param>
/// <param name="Index">The index of exactly <paramref name="Readings"/>.</param>
public sealed record ShelfSnapshot(IReadOnlyList<Reading> Readings, IReadOnlyList<ReadingProblem> Problems, RetrievalIndex Index)
{
    /// <summary>Paragraphs whose anchors moved in the last change of each file.</summary>
    public IReadOnlyList<AnchorChange> AnchorChanges { get; init; } = [];

    // Not a field of the record, because copies would share it.
    private static readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, ShelfSnapshot>> Parts = [];

    /// <summary>The part for the members of a workspace; the same object each time.</summary>
    internal ShelfSnapshot NarrowTo(string? workspace) => Readings.All(reading => reading.Workspace is null)
        ? this
        : Parts.GetOrCreateValue(this).GetOrAdd(workspace ?? "", _ => Narrow(reading => reading.Workspace is null || reading.Workspace == workspace));

    /// <summary>The snapshot with only some of its readings.</summary>
    /// <param name="isIncluded">Whether a reading is included.</param>
    public ShelfSnapshot Narrow(Func<Reading, bool> isIncluded)
    {
        var readings = Readings.Where(isIncluded).ToList();
        return this with
        {
            Readings = readings,
            Index = Index.Narrow(isIncluded),
            AnchorChanges = [.. AnchorChanges.Where(change => readings.Exists(reading => reading.Id == change.Reading))],
        };
    }

    /// <summary>No readings.</summary>
    public static ShelfSnapshot Empty { get; } = new([], [], RetrievalIndex.Build([]));
}
