using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Library;

/// <summary>Fills the shelf from the folder: reads the files, builds a new index, then replaces the snapshot. Do not call it concurrently.</summary>
/// <param name="folder">The folder of readings.</param>
/// <param name="shelf">The shelf to fill.</param>
/// <param name="logger">Logs a line for each file whose anchors changed.</param>
public sealed partial class ShelfLoader(ReadingFolder folder, Shelf shelf, ILogger<ShelfLoader> logger)
{
    private const int ExamplesInLog = 3;

    private readonly Lock gate = new();
    private readonly AnchorHistory history = new();
    private IReadOnlyList<Reading> uploads = [];
    private FolderContents? shown;

    /// <summary>Whether every file of the folder was read; false before the first load. The next refresh continues with the others.</summary>
    public bool IsComplete => shown?.IsComplete == true;

    /// <summary>Updates the shelf to the folder. Until it is done, the shelf stays as it was.</summary>
    /// <param name="within">How long problematic files can delay the load; see <see cref="ReadingFolder.Reload"/>.</param>
    /// <param name="progress">Called for each file, on the thread that read it.</param>
    /// <param name="cancellationToken">Cancels the load; the shelf stays as it is.</param>
    /// <returns>Whether the shelf has changed.</returns>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served; the shelf stays as it is.</exception>
    public bool Refresh(TimeSpan? within = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var contents = folder.Reload(shown ?? new FolderContents([], []), within, progress, cancellationToken);
        lock (gate)
        {
            if (shown is not null && contents.ServesAs(shown))
            {
                shown = contents;
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            LogMoved(history.Note(contents.Readings));
            Show(contents);
            return true;
        }
    }

    /// <summary>Sets the uploaded readings, which only the members of their workspaces can read, and replaces the earlier ones.</summary>
    /// <param name="readings">The readings with their <see cref="Reading.Workspace"/>; the same objects as before are not analysed again.</param>
    public void ShowUploads(IReadOnlyList<Reading> readings)
    {
        lock (gate)
        {
            uploads = readings;
            if (shown is { } contents)
            {
                Show(contents);
            }
        }
    }

    private void Show(FolderContents contents)
    {
        // A file of the folder takes precedence over an upload of the same name.
        var taken = contents.Readings.Select(reading => reading.Id).ToHashSet();
        IReadOnlyList<Reading> readings = [.. contents.Readings, .. uploads.Where(upload => !taken.Contains(upload.Id))];
        var index = shown is null ? RetrievalIndex.Build(readings) : shelf.All.Index.Update(readings);
        shelf.Replace(new ShelfSnapshot(readings, contents.Problems, index) { AnchorChanges = history.Changes });
        shown = contents;
    }

    private void LogMoved(IReadOnlyList<(Reading Reading, IReadOnlyList<AnchorChange> Changes)> moved)
    {
        foreach (var (reading, changes) in moved)
        {
            var examples = string.Join(", ", changes.Take(ExamplesInLog));
            LogAnchorsMoved(reading.File, changes.Count, examples);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{File} changed: {Count} paragraph anchors have moved ({Examples})")]
    private partial void LogAnchorsMoved(string file, int count, string examples);
}
