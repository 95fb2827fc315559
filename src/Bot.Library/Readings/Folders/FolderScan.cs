using System.Globalization;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Readings.Folders;

/// <summary>The files below a folder, without reading them: no more, no deeper and no larger than the options say.</summary>
internal sealed class FolderScan
{
    private const long BytesPerMegabyte = 1024 * 1024;

    private readonly ReadingsOptions options;
    private readonly string realRoot;
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<FileStamp> files = [];
    private readonly List<ReadingProblem> problems = [];
    private int seen;
    private bool isFull;
    private long bytes;

    private FolderScan(ReadingsOptions options, string realRoot)
    {
        this.options = options;
        this.realRoot = realRoot;
    }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<FileStamp> Files => files;

    /// <summary>Sub-folders, links and files that are not looked at.</summary>
    public IReadOnlyList<ReadingProblem> Problems => problems;

    /// <summary>
    /// Lists a folder and its sub-folders. Files and folders whose name begins with <c>.</c> or <c>~</c>, and the <c>page_files</c> that
    /// a browser saves beside <c>page.html</c>, are not readings. A folder that is reached twice through links is listed once.
    /// </summary>
    /// <param name="folder">The folder's path; it is there.</param>
    /// <param name="options">How far to look.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be listed.</exception>
    public static FolderScan Of(string folder, ReadingsOptions options, CancellationToken cancellationToken)
    {
        var realRoot = RealPath.Of(folder) ?? folder;
        var scan = new FolderScan(options, realRoot);
        scan.List(new DirectoryInfo(folder), realRoot, "", 1, cancellationToken);
        scan.files.Sort((one, other) => string.CompareOrdinal(one.File, other.File));
        return scan;
    }

    private void List(DirectoryInfo folder, string realPath, string below, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!visited.Add(realPath))
        {
            return;
        }

        var entries = ListEntries(folder, below).ToList();
        var names = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = below + entry.Name;
            if (IsHeader(entry.Name) && names.Contains(entry.Name[..^HeaderBeside.Extension.Length]))
            {
                continue;
            }

            try
            {
                if (LeadsNowhere(entry, realPath, out var realEntry) is { } reason)
                {
                    problems.Add(new ReadingProblem(path, reason));
                }
                else if (Directory.Exists(realEntry))
                {
                    Enter(new DirectoryInfo(entry.FullName), realEntry, path, depth, cancellationToken);
                }
                else
                {
                    Add(new FileInfo(realEntry), path, names.Contains(entry.Name + HeaderBeside.Extension) ? new FileInfo(entry.FullName + HeaderBeside.Extension) : null);
                }
            }
            catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
            {
                problems.Add(new ReadingProblem(path, entry is DirectoryInfo
                    ? "The folder cannot be opened; give the program leave to read it."
                    : "The file cannot be opened; give the program leave to read it."));
            }
        }
    }

    private IEnumerable<FileSystemInfo> ListEntries(DirectoryInfo folder, string below)
    {
        var left = options.MaxFiles - seen;
        var entries = folder.EnumerateFileSystemInfos().Take(left + 1).ToList();
        if (entries.Count > left && !isFull)
        {
            isFull = true;
            var name = below.Length > 0 ? below.TrimEnd('/') : ".";
            problems.Add(new ReadingProblem(name, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {options.MaxFiles:N0} files and folders are looked at, and some here are left out; take some away, or raise {ReadingsOptions.Section}:{nameof(ReadingsOptions.MaxFiles)}.")));
        }

        seen += Math.Min(entries.Count, left);
        var pages = entries.Where(entry => IsPage(entry.Name)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name) + "_files").ToHashSet(StringComparer.Ordinal);
        return entries.Take(left).Where(entry => entry.Name[0] is not ('.' or '~') && !pages.Contains(entry.Name));
    }

    private string? LeadsNowhere(FileSystemInfo entry, string realParent, out string realEntry)
    {
        realEntry = Path.Combine(realParent, entry.Name);
        if (entry.LinkTarget is null)
        {
            return null;
        }

        if (RealPath.Of(realEntry) is not { } target || !Path.Exists(target))
        {
            return "The link leads to no file; correct or remove it.";
        }

        realEntry = target;
        return options.LinksOutside || RealPath.IsWithin(target, realRoot) ? null
            : $"The link leads out of the folder of readings; put the file itself here, or set {ReadingsOptions.Section}:{nameof(ReadingsOptions.LinksOutside)} to true.";
    }

    private void Enter(DirectoryInfo folder, string realPath, string path, int depth, CancellationToken cancellationToken)
    {
        if (depth < options.MaxDepth)
        {
            List(folder, realPath, path + "/", depth + 1, cancellationToken);
            return;
        }

        problems.Add(new ReadingProblem(path, string.Create(
            CultureInfo.InvariantCulture,
            $"The folder lies more than {options.MaxDepth} deep and is not looked at; move it up, or raise {ReadingsOptions.Section}:{nameof(ReadingsOptions.MaxDepth)}.")));
    }

    private void Add(FileInfo file, string path, FileInfo? header)
    {
        if (!file.Exists)
        {
            return;
        }

        if (file.Length > (options.MaxFolderMegabytes * BytesPerMegabyte) - bytes)
        {
            problems.Add(new ReadingProblem(path, string.Create(
                CultureInfo.InvariantCulture,
                $"With this file the folder has more than {options.MaxFolderMegabytes:N0} MB; take some away, or raise {ReadingsOptions.Section}:{nameof(ReadingsOptions.MaxFolderMegabytes)}.")));
            return;
        }

        bytes += file.Length;
        files.Add(CreateStamp(file, path, header));
    }

    private FileStamp CreateStamp(FileInfo file, string path, FileInfo? header)
    {
        if (header is null)
        {
            return new FileStamp(path, file.Length, file.LastWriteTimeUtc);
        }

        if (header.LinkTarget is not null || header.Length > HeaderBeside.MaxBytes)
        {
            problems.Add(new ReadingProblem(path + HeaderBeside.Extension, string.Create(
                CultureInfo.InvariantCulture, $"A header is a file of at most {HeaderBeside.MaxBytes / 1024} KB with lines such as “title: …” or “keep: all”, and no link.")));
            return new FileStamp(path, file.Length, file.LastWriteTimeUtc);
        }

        var written = header.LastWriteTimeUtc > file.LastWriteTimeUtc ? header.LastWriteTimeUtc : file.LastWriteTimeUtc;
        return new FileStamp(path, file.Length + header.Length, written) { HasHeader = true, OwnBytes = file.Length };
    }

    private static bool IsHeader(string name) => name.EndsWith(HeaderBeside.Extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string name) => Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm";
}
