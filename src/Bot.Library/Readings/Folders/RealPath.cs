namespace Bot.Library.Readings.Folders;

/// <summary>Where a path really leads, when every link on the way is followed.</summary>
internal static class RealPath
{
    // The same limit as in operating systems: more links mean a cycle.
    private const int MaxLinks = 40;

    /// <summary>Follows every link of a path.</summary>
    /// <returns>Null if the links form a cycle, or a part of the path cannot be accessed.</returns>
    public static string? Of(string path)
    {
        try
        {
            return Follow(Path.GetFullPath(path), 0);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a real path is that of a folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.Length >= folder.Length
        && path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static string? Follow(string path, int links)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var real = root;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks || Follow(Path.GetFullPath(Path.Combine(real, target)), links) is not { } followed)
            {
                return null;
            }

            real = followed;
        }

        return real;
    }
}
