namespace Bot.Terminal;

/// <summary>A file of this machine, by its path.</summary>
internal static class LocalFile
{
    /// <summary>The file; null if there is none at that path.</summary>
    /// <param name="typed">The path as typed, possibly in quotation marks; <c>~</c> is the person's home folder.</param>
    public static AttachedFile? Find(string typed)
    {
        var path = typed.Trim('"', '\'');
        path = path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path;
        var file = path.Length > 0 ? new FileInfo(path) : null;
        return file is { Exists: true } ? AttachedFile.Of(file.Name, file.Length, file.OpenRead) : null;
    }
}
