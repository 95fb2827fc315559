namespace Bot.Library.Readings;

/// <summary>The files below a folder, without reading them.</summary>
internal sealed class FolderScan
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<FileStamp> files = [];
    private readonly List<ReadingProblem> problems = [];

    private FolderScan()
    {
    }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<FileStamp> Files => files;

    /// <summary>Sub-folders and links that cannot be followed.</summary>
    public IReadOnlyList<ReadingProblem> Problems => problems;

    /// <summary>
    /// Lists a folder and its sub-folders. Files and folders whose name begins with <c>.</c> or <c>~</c>, and the <c>page_files</c> that
    /// a browser saves beside <c>page.html</c>, are none of the readings. A folder that links lead to twice is listed once.
    /// </summary>
    /// <param name="folder">The folder's path; it is there.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be listed.</exception>
    public static FolderScan Of(string folder, CancellationToken cancellationToken)
    {
        var scan = new FolderScan();
        var root = new DirectoryInfo(folder);
        scan.List(root, RealPath(root, root.Parent?.FullName ?? ""), "", cancellationToken);
        scan.files.Sort((one, other) => string.CompareOrdinal(one.File, other.File));
        return scan;
    }

    private void List(DirectoryInfo folder, string realPath, string below, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!visited.Add(realPath))
        {
            return;
        }

        var entries = folder.GetFileSystemInfos();
        var pages = entries.Where(entry => IsPage(entry.Name)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name) + "_files").ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Name[0] is not ('.' or '~') && !pages.Contains(entry.Name)))
        {
            var path = below + entry.Name;
            try
            {
                if (entry is DirectoryInfo inner)
                {
                    List(inner, RealPath(inner, realPath), path + "/", cancellationToken);
                }
                else
                {
                    Add((FileInfo)entry, path);
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

    private void Add(FileInfo file, string path)
    {
        // The size and time of a link are its own; those of its target tell of a change.
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        if (target is { Exists: true })
        {
            files.Add(new FileStamp(path, target.Length, target.LastWriteTimeUtc));
        }
        else if (file.LinkTarget is not null)
        {
            problems.Add(new ReadingProblem(path, "The link leads to no file; mend or remove it."));
        }
    }

    private static string RealPath(DirectoryInfo folder, string realParent) =>
        folder.LinkTarget is null ? Path.Combine(realParent, folder.Name) : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;

    private static bool IsPage(string name) => Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm";
}
