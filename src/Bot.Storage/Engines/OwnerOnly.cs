using System.Runtime.Versioning;

namespace Bot.Storage.Engines;

/// <summary>
/// Files and folders that the program's own user alone can use: the database holds the key of the vote hashes, and tokens. Where there are no
/// such rights (Windows), those of the folder above decide.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, with those above it, where there is none.</summary>
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

    /// <summary>Makes an empty file where there is none.</summary>
    public static void MakeFile(string path)
    {
        if (System.IO.File.Exists(path))
        {
            return;
        }

        // Under a name of its own at first: closing a database's file drops all locks that this process has on it.
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

    /// <summary>Opens a file for this process alone; makes it first where there is none.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Why a file or folder lies open to other users of the machine, and the command that closes it; null where it does not.</summary>
    public static string? Exposure(string path)
    {
        var isFolder = Directory.Exists(path);
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
        {
            return null;
        }

        var allowed = isFolder ? Folder : File;
        return (ModeOf(path) & ~allowed) == 0 ? null : $"Other users of this machine may use {path}. Close it to them: chmod {(isFolder ? "700" : "600")} '{path}'";
    }

    // SQLite takes its files beside the database away when its last connection closes, which may be now.
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
