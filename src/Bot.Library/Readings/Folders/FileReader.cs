using System.Globalization;
using System.Security.Cryptography;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Readings.Folders;

/// <summary>Turns one file of a folder into a reading or a problem.</summary>
/// <param name="folder">The folder's path.</param>
/// <param name="maxMegabytes">Larger files are not opened.</param>
/// <param name="parser">Reads what is new.</param>
/// <param name="kept">What was read before; null if nothing is kept.</param>
internal sealed class FileReader(string folder, int maxMegabytes, IFileParser parser, KeptReadings? kept)
{
    private const int BytesPerMegabyte = 1024 * 1024;

    /// <summary>Finds out what is known about a file without parsing it.</summary>
    /// <param name="stamp">The file as it was found.</param>
    /// <param name="id">The name of its reading.</param>
    /// <param name="before">The same path at the last load, where there was one.</param>
    /// <returns>The file with its reading or problem, or one that is unread.</returns>
    public FolderFile LookUp(FileStamp stamp, ReadingId id, FolderFile? before)
    {
        if (before is { MayPass: false } && before.Stamp == stamp && before.Id == id && !IsForgotten(before))
        {
            return before;
        }

        var file = new FolderFile(stamp, id, "");
        if (Refuse(stamp) is { } reason)
        {
            return file.WithProblem(reason);
        }

        return Open(file, stream =>
        {
            var hashed = file with { Hash = HashOf(stamp, stream) };
            if (before is { MayPass: false } && before.Hash == hashed.Hash && before.Id == id && !IsForgotten(before))
            {
                return before with { Stamp = stamp };
            }

            return kept?.Find(NameOf(hashed), hashed.Hash) is { } parsed
                ? AddParsed(hashed, parsed) with { IsKept = true }
                : hashed with { IsUnread = true, IsPutOff = before is { IsPutOff: true }, MayPass = true };
        });
    }

    /// <summary>Reads a file that is unread.</summary>
    /// <param name="file">The file.</param>
    /// <param name="atMost">After how long it is postponed; null for as long as a file may take.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The file with its reading or problem, or postponed.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public FolderFile Read(FolderFile file, TimeSpan? atMost, CancellationToken cancellationToken) => Open(file, stream =>
    {
        byte[] content = [.. HeaderOf(file.Stamp), .. ReadAllBytes(stream)];
        var read = new FolderFile(file.Stamp, file.Id, Convert.ToHexString(SHA256.HashData(content)));
        var parsed = parser.Parse(NameOf(file), content, atMost, cancellationToken);
        if (parsed.Outcome == ParseOutcome.PutOff)
        {
            return file with { IsPutOff = true };
        }

        var isKept = parsed.Outcome != ParseOutcome.NotTried && kept?.Keep(NameOf(file), read.Hash, parsed) == true;
        return AddParsed(read, parsed) with { IsKept = isKept, WasStopped = parsed.Outcome == ParseOutcome.Stopped };
    });

    private string HashOf(FileStamp stamp, FileStream stream)
    {
        if (!stamp.HasHeader)
        {
            return Convert.ToHexString(SHA256.HashData(stream));
        }

        byte[] content = [.. HeaderOf(stamp), .. ReadAllBytes(stream)];
        return Convert.ToHexString(SHA256.HashData(content));
    }

    private byte[] HeaderOf(FileStamp stamp) =>
        stamp.HasHeader ? HeaderBeside.WriteInFront(File.ReadAllBytes(Path.Combine(folder, stamp.File + HeaderBeside.Extension))) : [];

    // A person has asked for another try.
    private bool IsForgotten(FolderFile file) => file is { IsKept: true, Reading: null } && kept?.HasProblem(NameOf(file), file.Hash) == false;

    private string? Refuse(FileStamp stamp) =>
        ReadingFormats.Find(stamp.File) is null ? $"Files of this kind are not read; save it as {ReadingFormats.Names}."
        : stamp.OwnBytes == 0 ? "The file is empty."
        : stamp.OwnBytes > (long)maxMegabytes * BytesPerMegabyte ? string.Create(
            CultureInfo.InvariantCulture, $"The file is larger than {maxMegabytes} MB; split it, or raise {ReadingsOptions.Section}:{nameof(ReadingsOptions.MaxFileMegabytes)}.")
        : null;

    private FolderFile Open(FolderFile file, Func<FileStream, FolderFile> read)
    {
        try
        {
            using var stream = new FileStream(Path.Combine(folder, file.Stamp.File), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (Exception reason) when (reason is FileNotFoundException or DirectoryNotFoundException)
        {
            return ReportPassing(file, "The file went away while it was being read.");
        }
        catch (UnauthorizedAccessException)
        {
            return ReportPassing(file, "The file cannot be opened; give the program leave to read it.");
        }
        catch (IOException reason)
        {
            return ReportPassing(file, $"The file cannot be read: {reason.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}.");
        }
    }

    // It may have grown since it was found; the rest is read when its change is seen.
    private byte[] ReadAllBytes(FileStream stream)
    {
        var content = new byte[Math.Min(stream.Length, (long)maxMegabytes * BytesPerMegabyte)];
        var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == content.Length ? content : content[..length];
    }

    private static FolderFile AddParsed(FolderFile file, ParsedFile parsed) => parsed.Reading is { } reading
        ? file with { Reading = reading with { Id = file.Id, File = file.Stamp.File } }
        : file.WithProblem(parsed.Problem ?? "") with { MayPass = parsed.Outcome == ParseOutcome.NotTried };

    private static FolderFile ReportPassing(FolderFile file, string reason) =>
        new FolderFile(file.Stamp, file.Id, "") { MayPass = true }.WithProblem(reason);

    private static string NameOf(FolderFile file) => Path.GetFileName(file.Stamp.File);
}
