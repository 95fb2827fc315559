using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Readings.Folders;

/// <summary>A folder of files, read into numbered paragraphs. Thread-safe.</summary>
public sealed class ReadingFolder
{
    private readonly ReadingsOptions options;
    private readonly IFileParser parser;
    private readonly FileReader reader;
    private readonly KeptReadings? kept;
    private readonly int workers;
    private readonly TimeProvider time;

    /// <summary>A folder whose files are trusted: they are read in this process, cut as the program ships, and not kept.</summary>
    /// <param name="options">Where the folder is and how much it may hold.</param>
    public ReadingFolder(ReadingsOptions options)
        : this(options, new InProcessParser(new ReaderOptions(), ReadingFactory.Default), null, Environment.ProcessorCount, TimeProvider.System)
    {
    }

    /// <summary>A folder whose files are read by a parser.</summary>
    /// <param name="options">Where the folder is and how much it may hold.</param>
    /// <param name="parser">Reads files.</param>
    /// <param name="kept">What was read before; null if nothing is kept.</param>
    /// <param name="workers">How many files are read at the same time.</param>
    /// <param name="time">Measures how long a load takes.</param>
    internal ReadingFolder(ReadingsOptions options, IFileParser parser, KeptReadings? kept, int workers, TimeProvider time)
    {
        this.options = options;
        this.parser = parser;
        this.kept = kept;
        this.workers = workers;
        this.time = time;
        Folder = Resolve(options.Folder);
        reader = new FileReader(Folder, options.MaxFileMegabytes, parser, kept);
    }

    /// <summary>Where the folder is.</summary>
    public string Folder { get; }

    /// <summary>Reads every file of a folder with the default options, in this process.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public static FolderContents Load(string folder) => new ReadingFolder(new ReadingsOptions { Folder = folder }).Load();

    /// <summary>Reads every file.</summary>
    /// <param name="progress">Told of each file, on the thread that read it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public FolderContents Load(IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Reload(new FolderContents([], []), null, progress, cancellationToken);

    /// <summary>Reads the files that changed. A file that did not keeps its <see cref="Reading"/> object.</summary>
    /// <param name="before">What an earlier load found.</param>
    /// <param name="within">
    /// How long a file may take, and the load once there was trouble and a reading can be served; null for as long as it takes. What is unread then
    /// is read by the next load.
    /// </param>
    /// <param name="progress">Told of each file, on the thread that read it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><paramref name="before"/> itself where nothing changed.</returns>
    /// <exception cref="ReadingFolderException">The folder is missing, or none of its files can be served.</exception>
    public FolderContents Reload(FolderContents before, TimeSpan? within = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        var scan = Scan(cancellationToken);
        var files = ReadFiles(scan.Files, before, within, progress, cancellationToken);
        var after = new FolderContents(files, scan.Problems);
        if (after.Readings.Count == 0)
        {
            throw new ReadingFolderException(ExplainNothing(after));
        }

        return after.ServesAs(before) && files.SequenceEqual(before.Files) ? before : after;
    }

    /// <summary>From now on, reading has a lower priority than other work on the machine.</summary>
    public void GiveWay() => parser.GiveWay();

    /// <summary>Makes the next load try again the files that could not be read.</summary>
    public void ForgetProblems() => kept?.ForgetProblems();

    /// <summary>Deletes what is kept of files that nobody used for a month.</summary>
    public void SweepKept() => kept?.Sweep();

    private FolderScan Scan(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
        {
            throw new ReadingFolderException($"There is no folder of readings at {Folder}. {HowToFill}");
        }

        try
        {
            return FolderScan.Of(Folder, options, cancellationToken);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new ReadingFolderException($"The folder of readings {Folder} cannot be opened; give the program leave to read it.", reason);
        }
    }

    private FolderFile[] ReadFiles(
        IReadOnlyList<FileStamp> stamps, FolderContents before, TimeSpan? within, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var ids = ReadingIds.Assign(stamps.Select(stamp => stamp.File));
        var known = before.Files.ToDictionary(file => file.Stamp.File, StringComparer.Ordinal);
        var files = new FolderFile[stamps.Count];
        var done = 0;
        Parallel.For(0, files.Length, Side(Environment.ProcessorCount), i =>
        {
            files[i] = reader.LookUp(stamps[i], ids[i], known.GetValueOrDefault(stamps[i].File));
            if (!files[i].IsUnread)
            {
                Tell(files[i]);
            }
        });

        var queue = new FileQueue(files, reader, within, time);
        Parallel.For(0, workers, Side(workers), _ => queue.Work(Tell, cancellationToken));
        return files;

        ParallelOptions Side(int threads) => new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads };
        void Tell(FolderFile file) => progress?.Report(new LoadProgress(Interlocked.Increment(ref done), files.Length, file.Stamp.File));
    }

    private string ExplainNothing(FolderContents contents) => contents.Problems.Count == 0
        ? $"The folder of readings {Folder} is empty. {HowToFill}"
        : $"No file in the folder of readings {Folder} can be served: {string.Join(" ", contents.Problems.Take(3))} {HowToFill}";

    private static string HowToFill =>
        $"Put {ReadingFormats.Names} files there, or name another folder with --readings or the setting {ReadingsOptions.Section}:{nameof(ReadingsOptions.Folder)}.";

    private static string Resolve(string folder)
    {
        var here = Path.GetFullPath(folder);
        var besideProgram = Path.Combine(AppContext.BaseDirectory, folder);
        return !Directory.Exists(here) && Directory.Exists(besideProgram) ? besideProgram : here;
    }
}
