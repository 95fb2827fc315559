using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Library.Readings;

/// <summary>
/// A folder of readings, loaded as often as wanted: files that did not change keep the <see cref="Reading"/> they gave before. One load
/// at a time.
/// </summary>
public sealed partial class ReadingFolder : IDisposable
{
    private const int ExamplesInLog = 3;

    private readonly string folder;
    private readonly ReadingFile reader;
    private readonly ILogger<ReadingFolder> logger;
    private readonly SemaphoreSlim gate = new(1, 1);

    // The last reading that each path gave, though the file may be gone or broken now: anchors are compared with it.
    private readonly Dictionary<string, Reading> lastGood = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<AnchorChange>> changes = new(StringComparer.Ordinal);
    private Dictionary<string, LoadedFile> loaded = new(StringComparer.Ordinal);
    private FolderContents? contents;

    /// <param name="options">Where the folder is and how large a file may be.</param>
    /// <param name="factory">Numbers the texts.</param>
    /// <param name="logger">Gets a line for each file whose anchors moved.</param>
    public ReadingFolder(IOptions<ReadingsOptions> options, ReadingFactory factory, ILogger<ReadingFolder> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        folder = Path.GetFullPath(options.Value.Folder);
        reader = new ReadingFile(factory, options.Value.MaxFileMegabytes * 1024L * 1024L);
        this.logger = logger;
    }

    /// <summary>The absolute path of the folder.</summary>
    public string FullName => folder;

    /// <summary>A folder with the options' defaults, for programs without a host.</summary>
    /// <param name="path">The folder's path.</param>
    public static ReadingFolder At(string path) => new(
        Options.Create(new ReadingsOptions { Folder = path }),
        new ReadingFactory(new SentenceSplitter()),
        NullLogger<ReadingFolder>.Instance);

    /// <summary>Reads what is new or changed in the folder.</summary>
    /// <param name="progress">Is told after each file; null for nobody.</param>
    /// <param name="cancellationToken">Ends the load; what was loaded before stays.</param>
    /// <returns>All that is in the folder now; the same object as last time when nothing changed.</returns>
    /// <exception cref="ReadingFolderException">The folder is missing or has no readable file.</exception>
    public async Task<FolderContents> LoadAsync(IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var scan = FolderScan.Of(folder);
            var next = await ReadAsync(scan, progress, cancellationToken);
            var isSame = contents is not null && next.Count == loaded.Count
                && next.All(pair => loaded.TryGetValue(pair.Key, out var before) && before.Gives(pair.Value));
            loaded = next;
            if (!isSame || contents is null || !contents.Covers(scan.Problems))
            {
                CompareAnchors(next);
                contents = Collect(scan, next);
            }

            return contents.Readings.Count > 0 ? contents : throw NothingReadable(contents);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<Dictionary<string, LoadedFile>> ReadAsync(
        FolderScan scan, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var ids = ReadingNames.Of(scan.Files.Where(file => Formats.ReadingFormats.Of(file.Path) is not null).Select(file => file.Path));
        var next = new ConcurrentDictionary<string, LoadedFile>(StringComparer.Ordinal);
        var done = 0;
        await Parallel.ForEachAsync(scan.Files, cancellationToken, async (file, token) =>
        {
            next[file.Path] = await ReadAsync(file, ids.GetValueOrDefault(file.Path), loaded.GetValueOrDefault(file.Path), token);
            progress?.Report(new LoadProgress(Interlocked.Increment(ref done), scan.Files.Count, file.Path));
        });
        return new Dictionary<string, LoadedFile>(next, StringComparer.Ordinal);
    }

    private async Task<LoadedFile> ReadAsync(FoundFile file, ReadingId id, LoadedFile? before, CancellationToken cancellationToken)
    {
        if (reader.Refuse(file) is { } refusal)
        {
            return before?.Problem == refusal ? before : new LoadedFile(file, null, null, refusal);
        }

        if (before is { Hash: not null } && before.File == file)
        {
            return before.Named(id);
        }

        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LoadedFile(file, null, null, new ReadingProblem(file.Path, $"The file cannot be opened: {exception.Message}"));
        }

        var hash = Convert.ToHexString(SHA256.HashData(content));
        if (before is not null && before.Hash == hash)
        {
            return (before with { File = file }).Named(id);
        }

        if (content.Length == 0)
        {
            return new LoadedFile(file, null, null, new ReadingProblem(file.Path, "The file is empty."));
        }

        var (reading, problem) = reader.Read(file, id, content, cancellationToken);
        return new LoadedFile(file, hash, reading, problem);
    }

    private void CompareAnchors(Dictionary<string, LoadedFile> next)
    {
        foreach (var (path, file) in next.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (file.Reading is not { } reading)
            {
                continue;
            }

            if (lastGood.TryGetValue(path, out var before) && !ReferenceEquals(before, reading))
            {
                var moved = AnchorComparison.Between(before, reading);
                changes[path] = moved;
                if (moved.Count > 0)
                {
                    var examples = string.Join(", ", moved.Take(ExamplesInLog));
                    AnchorsMoved(path, moved.Count, examples);
                }
            }

            lastGood[path] = reading;
        }
    }

    private FolderContents Collect(FolderScan scan, Dictionary<string, LoadedFile> files) => new(
        [.. files.Values.Select(file => file.Reading).OfType<Reading>().OrderBy(reading => reading.Id.Value, StringComparer.Ordinal)],
        [.. files.Values.Select(file => file.Problem).OfType<ReadingProblem>().Concat(scan.Problems).OrderBy(problem => problem.File, StringComparer.Ordinal)],
        [.. changes.Where(pair => files.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value)]);

    private ReadingFolderException NothingReadable(FolderContents none) => new(
        $"The folder of readings “{folder}” has no readable file. Put readings into it ({Formats.ReadingFormats.Names}), or name another "
        + "folder with --readings or the setting Readings:Folder."
        + string.Concat(none.Problems.Take(ExamplesInLog).Select(problem => $"{Environment.NewLine}  {problem}")));

    [LoggerMessage(Level = LogLevel.Information, Message = "{File} changed: {Count} paragraph anchors lead elsewhere now ({Examples})")]
    private partial void AnchorsMoved(string file, int count, string examples);
}

/// <summary>What a folder holds.</summary>
/// <param name="Readings">In the order of their ids.</param>
/// <param name="Problems">Files that are not served, in the order of their paths.</param>
/// <param name="AnchorChanges">What the last change of each file did to the anchors.</param>
public sealed record FolderContents(
    IReadOnlyList<Reading> Readings, IReadOnlyList<ReadingProblem> Problems, IReadOnlyList<AnchorChange> AnchorChanges)
{
    internal bool Covers(IReadOnlyList<ReadingProblem> problems) => problems.All(Problems.Contains);
}
