using System.Runtime.Versioning;

namespace Bot.Storage.Engines;

/// <summary>
/// Creates files and folders that only the program's user can access, because the database contains the key of the vote hashes, and tokens. On Windows the
/// access rights of the parent folder apply instead.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Creates a folder and its parents if they do not exist.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>Creates an empty file if there is none.</summary>
    public static void MakeFile(string path)
    {
        if (System.IO.File.Exists(path))
        {
            return;
        }

        // Under a temporary name first: closing a database's file would drop all locks that this process has on it.
        var made = $"{path}.{Guid.NewGuid():N}";
        Open(made, FileMode.CreateNew).Dispose();
        try
        {
            System.IO.File.Move(made, path);
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            System.IO.File.Delete(made);
        }
    }

    /// <summary>Opens a file exclusively; creates it if there is none.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Why other users of the machine can read a file or folder, and the command that fixes it; null if they cannot.</summary>
    public static string? FindExposure(string path)
    {
        var isFolder = Directory.Exists(path);
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
        {
            return null;
        }

        var allowed = isFolder ? Folder : File;
        return (ModeOf(path) & ~allowed) == 0 ? null : $"Other users of this machine can access {path}. To prevent this: chmod {(isFolder ? "700" : "600")} '{path}'";
    }

    // SQLite deletes its files beside the database when its last connection closes, which may be now.
    [UnsupportedOSPlatform("windows")]
    private static UnixFileMode ModeOf(string path)
    {
        try
        {
            return System.IO.File.GetUnixFileMode(path);
        }
        catch (FileNotFoundException)
        {
            return UnixFileMode.None;
        }
    }
}
