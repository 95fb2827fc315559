using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Library;

/// <summary>The readings that are served now. Reading it never waits: it holds the last complete snapshot.</summary>
public sealed class Shelf
{
    private volatile ShelfSnapshot current = ShelfSnapshot.Empty;

    /// <summary>The last complete snapshot. Take it once for each question, so that an answer is made from one state.</summary>
    public ShelfSnapshot Current => current;

    /// <summary>Puts a new snapshot in the place of the present one.</summary>
    public void Replace(ShelfSnapshot snapshot) => current = snapshot;
}

/// <summary>Readings and the index over them, which belong together. Immutable.</summary>
/// <param name="Readings">In the order of their ids.</param>
/// <param name="Problems">Files that are not served.</param>
/// <param name="Index">Over exactly <paramref name="Readings"/>.</param>
public sealed record ShelfSnapshot(IReadOnlyList<Reading> Readings, IReadOnlyList<ReadingProblem> Problems, ReadingIndex Index)
{
    /// <summary>Paragraphs whose anchors lead elsewhere: what the last change of each file did.</summary>
    public IReadOnlyList<AnchorChange> AnchorChanges { get; init; } = [];

    /// <summary>No readings.</summary>
    public static ShelfSnapshot Empty { get; } = new([], [], ReadingIndex.Build([], Lexicons.Lexicon.Default));
}
