namespace Bot.Library.Readings;

/// <summary>What stands in a folder and its sub-folders, seen without opening a file.</summary>
/// <param name="Files">Those that may be readings, in the ordinal order of their paths.</param>
/// <param name="Problems">Sub-folders that cannot be opened.</param>
internal sealed record FolderScan(IReadOnlyList<FoundFile> Files, IReadOnlyList<ReadingProblem> Problems)
{
    private const int DeepestFolder = 32;

    /// <exception cref="ReadingFolderException">The folder is missing or cannot be opened.</exception>
    public static FolderScan Of(string folder)
    {
        var root = new DirectoryInfo(folder);
        var walk = new Walk(root);
        try
        {
            walk.Visit(root, "", 0);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new ReadingFolderException(
                $"The folder of readings “{root.FullName}” does not exist. Create it and put readings into it ({Formats.ReadingFormats.Names}), "
                + "or name another one with --readings or the setting Readings:Folder.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ReadingFolderException(
                $"The folder of readings “{root.FullName}” cannot be opened: {exception.Message} Give the bot the right to read it, "
                + "or name another one with --readings or the setting Readings:Folder.",
                exception);
        }

        walk.Files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new FolderScan(walk.Files, walk.Problems);
    }

    private sealed class Walk(DirectoryInfo root)
    {
        // Links may lead in circles: each real folder is visited once.
        private readonly HashSet<string> visited = [Real(root)];

        public List<FoundFile> Files { get; } = [];

        public List<ReadingProblem> Problems { get; } = [];

        public void Visit(DirectoryInfo folder, string path, int depth)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry.Name[0] is '.' or '~')
                {
                    continue;
                }

                var entryPath = path + entry.Name;
                if (entry is DirectoryInfo inner)
                {
                    TryVisit(inner, entryPath, depth + 1);
                }
                else
                {
                    var file = Target((FileInfo)entry);
                    Files.Add(new FoundFile(entryPath, entry.FullName, file.Exists ? file.Length : -1, file.LastWriteTimeUtc));
                }
            }
        }

        private void TryVisit(DirectoryInfo folder, string path, int depth)
        {
            try
            {
                if (visited.Add(Real(folder)) && depth <= DeepestFolder)
                {
                    Visit(folder, path + "/", depth);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new ReadingProblem(path, $"The folder cannot be opened: {exception.Message}"));
            }
        }

        private static string Real(DirectoryInfo folder) => folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;

        private static FileInfo Target(FileInfo file)
        {
            try
            {
                return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            }
            catch (IOException)
            {
                // A link that leads to itself; opening the file will say so.
                return file;
            }
        }
    }
}

/// <summary>A file as the folder lists it.</summary>
/// <param name="Path">Below the folder, with <c>/</c> between the parts.</param>
/// <param name="FullName">Where to open it.</param>
/// <param name="Length">In bytes; -1 where a link leads nowhere.</param>
/// <param name="LastWrite">When it was last written, UTC.</param>
internal sealed record FoundFile(string Path, string FullName, long Length, DateTime LastWrite);
