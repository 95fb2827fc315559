namespace Bot.Library.Readings.Folders;

/// <summary>What a folder holds: the readings, and the files that are not served. Immutable.</summary>
public sealed class FolderContents
{
    internal FolderContents(IReadOnlyList<FolderFile> files, IReadOnlyList<ReadingProblem> folderProblems)
    {
        Files = files;
        var readings = files.Select(file => file.Reading).OfType<Reading>().ToList();
        var copies = Copies.Find(readings);
        Readings = [.. readings.Where(reading => !copies.ContainsKey(reading)).OrderBy(reading => reading.Id.Value, StringComparer.Ordinal)];
        Problems =
        [
            .. files.Select(ProblemOf).OfType<ReadingProblem>()
                .Concat(folderProblems)
                .Concat(copies.Select(copy => new ReadingProblem(copy.Key.File, $"It says the same as {copy.Value.File}, which is served; delete one of them.")))
                .OrderBy(problem => problem.File, StringComparer.Ordinal),
        ];
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>Files and sub-folders that are not served, in the order of their paths.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>Whether every file was read. The others are among <see cref="Problems"/>, and the next load continues with them.</summary>
    public bool IsComplete => Files.All(file => !file.IsUnread);

    internal IReadOnlyList<FolderFile> Files { get; }

    /// <summary>Whether a person would see no difference: the same reading objects, the same problems.</summary>
    internal bool ServesAs(FolderContents other) =>
        Readings.SequenceEqual(other.Readings, ReferenceEqualityComparer.Instance) && Problems.SequenceEqual(other.Problems);

    private static ReadingProblem? ProblemOf(FolderFile file) =>
        file.IsUnread ? new ReadingProblem(file.Stamp.File, "The file is still being read.") { IsWaiting = true } : file.Problem;
}

/// <summary>A file as it was when it was read.</summary>
/// <param name="Stamp">Shows without reading it again that it has not changed.</param>
/// <param name="Id">The name that its reading has or would have.</param>
/// <param name="Hash">Of its content; empty if it was not read.</param>
internal sealed record FolderFile(FileStamp Stamp, ReadingId Id, string Hash)
{
    /// <summary>The reading, or null if there is a problem.</summary>
    public Reading? Reading { get; init; }

    /// <summary>Why there is no reading.</summary>
    public ReadingProblem? Problem { get; init; }

    /// <summary>Whether the problem, such as a lock, may disappear without a change of the file.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether there is neither a reading nor a problem yet.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether it took too long at a start and was postponed; the others come first.</summary>
    public bool IsPutOff { get; init; }

    /// <summary>Whether the result of reading it is kept for the next start.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether reading it was stopped just now.</summary>
    public bool WasStopped { get; init; }

    /// <summary>The file with the reason why there is no reading.</summary>
    public FolderFile WithProblem(string reason) => this with { Problem = new ReadingProblem(Stamp.File, reason) };
}

/// <summary>A file's place, size and time.</summary>
/// <param name="File">The path below the folder, with <c>/</c> between the parts.</param>
/// <param name="Bytes">The size.</param>
/// <param name="WrittenUtc">When it was last written.</param>
internal readonly record struct FileStamp(string File, long Bytes, DateTime WrittenUtc)
{
    /// <summary>Whether a file beside it says more about it; its size and time are part of the stamp.</summary>
    public bool HasHeader { get; init; }

    /// <summary>The size of the file alone.</summary>
    public long OwnBytes { get; init; } = Bytes;
}
