using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Library;

/// <summary>The readings that are served now. Reading it never waits: it holds the last complete snapshot.</summary>
public sealed class Shelf
{
    private readonly Lock gate = new();
    private volatile ShelfSnapshot current = ShelfSnapshot.Empty;
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last complete snapshot. Take it once for each question, so that an answer is made from one state.</summary>
    public ShelfSnapshot Current => current;

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

    /// <summary>Puts a new snapshot in the place of the present one.</summary>
    public void Replace(ShelfSnapshot snapshot) => TryReplace(null, snapshot);

    /// <summary>Puts a new snapshot in the place of a certain one.</summary>
    /// <param name="expected">The snapshot that must still be the present one; null for any.</param>
    /// <param name="snapshot">The new one.</param>
    /// <returns>False, with nothing changed, where another was put there meanwhile.</returns>
    public bool TryReplace(ShelfSnapshot? expected, ShelfSnapshot snapshot)
    {
        TaskCompletionSource changed;
        lock (gate)
        {
            if (expected is not null && !ReferenceEquals(expected, current))
            {
                return false;
            }

            current = snapshot;
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

    /// <summary>No readings.</summary>
    public static ShelfSnapshot Empty { get; } = new([], [], RetrievalIndex.Build([]));
}
