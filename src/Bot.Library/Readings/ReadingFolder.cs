using Bot.Library.Readings.Formats;

namespace Bot.Library.Readings;

/// <summary>A folder of files, read into numbered paragraphs. Safe for many threads.</summary>
/// <param name="options">Where the folder is and how large a file may be.</param>
/// <param name="factory">Makes the readings.</param>
public sealed class ReadingFolder(ReadingsOptions options, ReadingFactory factory)
{
    /// <summary>A folder whose readings are cut as the program ships.</summary>
    public ReadingFolder(ReadingsOptions options)
        : this(options, ReadingFactory.Default)
    {
    }

    /// <summary>Where the folder is.</summary>
    public string Folder { get; } = Resolve(options.Folder);

    /// <summary>Reads every file of a folder with the default options.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public static FolderContents Load(string folder) => new ReadingFolder(new ReadingsOptions { Folder = folder }).Load();

    /// <summary>Reads every file, on all processors.</summary>
    /// <param name="progress">Told of each file, on the thread that read it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public FolderContents Load(IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Reload(new FolderContents([], []), progress, cancellationToken);

    /// <summary>Reads the files that changed. A file that did not keeps its <see cref="Reading"/> object.</summary>
    /// <param name="before">What an earlier load found.</param>
    /// <param name="progress">Told of each file, on the thread that read it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns><paramref name="before"/> itself where nothing changed.</returns>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public FolderContents Reload(FolderContents before, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        var scan = Scan(cancellationToken);
        var files = ReadFiles(scan.Files, before, progress, cancellationToken);
        var after = new FolderContents(files, scan.Problems);
        if (after.Readings.Count == 0)
        {
            throw new ReadingFolderException(WhyNothing(after));
        }

        return after.ServesAs(before) && files.SequenceEqual(before.Files) ? before : after;
    }

    private FolderScan Scan(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
        {
            throw new ReadingFolderException($"There is no folder of readings at {Folder}. {HowToMend}");
        }

        try
        {
            return FolderScan.Of(Folder, cancellationToken);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new ReadingFolderException($"The folder of readings {Folder} cannot be opened; give the program leave to read it.", reason);
        }
    }

    private FolderFile[] ReadFiles(IReadOnlyList<FileStamp> stamps, FolderContents before, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var reader = new FileReader(Folder, options.MaxFileMegabytes, factory);
        var ids = ReadingIds.For(stamps.Select(stamp => stamp.File));
        var known = before.Files.ToDictionary(file => file.Stamp.File, StringComparer.Ordinal);
        var files = new FolderFile[stamps.Count];
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, files.Length, parallel, i =>
        {
            var earlier = known.GetValueOrDefault(stamps[i].File);
            files[i] = earlier is { MayPass: false } && earlier.Stamp == stamps[i] && earlier.Id == ids[i]
                ? earlier
                : reader.Read(stamps[i], ids[i], earlier, cancellationToken);
            progress?.Report(new LoadProgress(Interlocked.Increment(ref done), files.Length, stamps[i].File));
        });
        return files;
    }

    private string WhyNothing(FolderContents contents) => contents.Problems.Count == 0
        ? $"The folder of readings {Folder} is empty. {HowToMend}"
        : $"No file in the folder of readings {Folder} can be served: {string.Join(" ", contents.Problems.Take(3))} {HowToMend}";

    private static string HowToMend =>
        $"Put {ReadingFormats.Names} files there, or name another folder with --readings or the setting {ReadingsOptions.Section}:{nameof(ReadingsOptions.Folder)}.";

    private static string Resolve(string folder)
    {
        var here = Path.GetFullPath(folder);
        var besideProgram = Path.Combine(AppContext.BaseDirectory, folder);
        return !Directory.Exists(here) && Directory.Exists(besideProgram) ? besideProgram : here;
    }
}
