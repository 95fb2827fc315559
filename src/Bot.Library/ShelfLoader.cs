using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Library;

/// <summary>Fills the shelf from the folder: reads, indexes aside, then swaps. Call it from one place at a time.</summary>
/// <param name="folder">Where the readings are.</param>
/// <param name="lexicon">What the bot knows of words.</param>
/// <param name="shelf">What is filled.</param>
public sealed class ShelfLoader(ReadingFolder folder, Lexicon lexicon, Shelf shelf)
{
    private FolderContents? shown;

    /// <summary>Loads a folder once, for programs without a host.</summary>
    /// <param name="path">The folder's path.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    /// <exception cref="ReadingFolderException">The folder is missing or has no readable file.</exception>
    public static async Task<ShelfSnapshot> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        using var folder = ReadingFolder.At(path);
        var shelf = new Shelf();
        await new ShelfLoader(folder, Lexicon.Default, shelf).RefreshAsync(null, cancellationToken);
        return shelf.Current;
    }

    /// <summary>Brings the shelf to what the folder holds now. Until it is done, the shelf shows what it showed before.</summary>
    /// <param name="progress">Is told after each file; null for nobody.</param>
    /// <param name="cancellationToken">Ends the load; the shelf stays as it is.</param>
    /// <returns>Whether the shelf shows something else than before.</returns>
    /// <exception cref="ReadingFolderException">The folder is missing or has no readable file; the shelf stays as it is.</exception>
    public async Task<bool> RefreshAsync(IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var contents = await folder.LoadAsync(progress, cancellationToken);
        if (ReferenceEquals(contents, shown))
        {
            return false;
        }

        var index = shown is null
            ? ReadingIndex.Build(contents.Readings, lexicon)
            : shelf.Current.Index.Update(contents.Readings);
        shelf.Replace(new ShelfSnapshot(contents.Readings, contents.Problems, index) { AnchorChanges = contents.AnchorChanges });
        shown = contents;
        return true;
    }
}
