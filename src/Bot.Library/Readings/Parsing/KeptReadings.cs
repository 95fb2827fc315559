using System.Globalization;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// The results of reading files, stored in a folder by the hash of their content, so that each is read once: also of those that could not be read, with the
/// reason. Without the folder, files are only read again. Several programs may share it.
/// </summary>
/// <param name="folder">Where it is kept; made when it is needed.</param>
/// <param name="options">The limits for files: with other limits they are read again.</param>
/// <param name="time">Measures which entries were unused for a long time.</param>
internal sealed class KeptReadings(string folder, ReaderOptions options, TimeProvider time)
{
    private const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string ReadingEnd = ".reading.json";
    private const string ProblemEnd = ".problem.json";

    private static readonly TimeSpan CacheDuration = TimeSpan.FromDays(30);
    private static readonly TimeSpan MarkedUsed = TimeSpan.FromDays(1);

    private readonly string version = ReaderVersion.Hash(
        ReaderVersion.Current,
        string.Create(CultureInfo.InvariantCulture, $"{options.MaxMemoryMegabytes} {options.MaxTime} {options.MaxParagraphs} {options.MaxCharacters}"));

    /// <summary>The result of reading a file, or null if it is not kept.</summary>
    /// <param name="name">The file's name without its folder.</param>
    /// <param name="hash">The hash of its content.</param>
    public ParsedFile? Find(string name, string hash)
    {
        try
        {
            var path = PathOf(name, hash, ReadingEnd);
            path = File.Exists(path) ? path : PathOf(name, hash, ProblemEnd);
            if (!File.Exists(path) || ReadingJson.Read(File.ReadAllBytes(path)) is not { } parsed)
            {
                return null;
            }

            MarkUsed(path);
            return parsed;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the reason why a file cannot be read is kept still.</summary>
    public bool HasProblem(string name, string hash) => File.Exists(PathOf(name, hash, ProblemEnd));

    /// <summary>Keeps the result of reading a file.</summary>
    /// <returns>False if nothing can be kept.</returns>
    public bool Keep(string name, string hash, ParsedFile parsed)
    {
        try
        {
            MakeFolder(folder);
            var path = PathOf(name, hash, parsed.Outcome == ParseOutcome.Read ? ReadingEnd : ProblemEnd);

            // Under a temporary name first, so that nobody reads half of it.
            var made = $"{path}.{Guid.NewGuid():N}";
            using (var file = new FileStream(made, NewFile))
            {
                file.Write(ReadingJson.Write(parsed));
            }

            File.Move(made, path, overwrite: true);
            return true;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Forgets which files could not be read, so that they are tried again.</summary>
    public void ForgetProblems() => Delete($"*{ProblemEnd}", _ => true);

    /// <summary>Deletes what nobody used for a month.</summary>
    public void Sweep()
    {
        var oldest = time.GetUtcNow().UtcDateTime - CacheDuration;
        Delete("*", file => file.LastWriteTimeUtc < oldest);
    }

    private void Delete(string pattern, Func<FileInfo, bool> isMeant)
    {
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern).Where(isMeant))
            {
                file.Delete();
            }
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            // There is no such folder yet, or it belongs to another user.
        }
    }

    private void MarkUsed(string path)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now - File.GetLastWriteTimeUtc(path) <= MarkedUsed)
        {
            return;
        }

        try
        {
            File.SetLastWriteTimeUtc(path, now);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // In a folder that can only be read, nothing is removed either.
        }
    }

    private string PathOf(string name, string hash, string end) => Path.Combine(folder, ReaderVersion.Hash(version, name, hash) + end);

    // With those above it: the first may be the one that the database goes into.
    private static void MakeFolder(string path)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            return;
        }

        MakeFolder(Path.GetDirectoryName(path) ?? "");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerReadWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions NewFile
    {
        get
        {
            var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                file.UnixCreateMode = OwnerReadWrite;
            }

            return file;
        }
    }
}
