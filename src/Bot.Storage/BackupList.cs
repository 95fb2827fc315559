using System.Buffers.Binary;
using Bot.Storage.Engines;

namespace Bot.Storage;

/// <summary>
/// The backups that the program made, listed in a file beside the database, so that it can delete them when they are too old. A copy that
/// a person moves or copies elsewhere is out of its reach.
/// </summary>
/// <param name="folder">The folder of the database.</param>
internal sealed class BackupList(string folder)
{
    /// <summary>The application id in the header of each copy: “SemB”.</summary>
    public const int Mark = 0x53656D42;

    private const int HeaderLength = 100;
    private const int MarkOffset = 68;
    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private readonly string file = Path.Combine(folder, "backups.txt");

    /// <summary>Records a backup before it is moved to its place.</summary>
    public async Task AddAsync(string backup, CancellationToken cancellationToken)
    {
        await using var list = await OpenAsync(cancellationToken);
        var known = await ReadAsync(list, cancellationToken);
        await WriteAsync(list, known.Append(Path.GetFullPath(backup)).Distinct(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>When the newest existing backup was made; null if there is none.</summary>
    public async Task<DateTimeOffset?> FindNewestAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        await using var list = await OpenAsync(cancellationToken);
        return (await ReadAsync(list, cancellationToken)).Where(IsBackup).Select(ReadTime).OrderDescending().FirstOrDefault();
    }

    /// <summary>Deletes the backups that were made before a given time.</summary>
    /// <returns>The deleted backups.</returns>
    public async Task<IReadOnlyList<string>> DeleteOlderAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        await using var list = await OpenAsync(cancellationToken);
        var known = (await ReadAsync(list, cancellationToken)).Where(IsBackup).ToList();
        var old = known.Where(backup => ReadTime(backup) < moment).ToList();
        old.ForEach(File.Delete);
        await WriteAsync(list, known.Except(old), cancellationToken);
        return old;
    }

    private static DateTimeOffset? ReadTime(string backup) => File.GetLastWriteTimeUtc(backup);

    // Files of other programs are left alone.
    private static bool IsBackup(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength
            && header.StartsWith(Magic)
            && BinaryPrimitives.ReadInt32BigEndian(header[MarkOffset..]) == Mark;
    }

    // The verb “backup” and the host can open it at the same time.
    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return OwnerOnly.Open(file, FileMode.OpenOrCreate);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Retry, TimeProvider.System, cancellationToken);
            }
        }
    }

    // One path per line.
    private static async Task<string[]> ReadAsync(FileStream list, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(list, leaveOpen: true);
        return (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task WriteAsync(FileStream list, IEnumerable<string> backups, CancellationToken cancellationToken)
    {
        list.SetLength(0);
        await using var writer = new StreamWriter(list, leaveOpen: true);
        await writer.WriteAsync(string.Concat(backups.Select(backup => $"{backup}\n")).AsMemory(), cancellationToken);
    }
}
