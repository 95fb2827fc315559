using System.Security.Cryptography;
using Bot.Library.Readings.Formats;

namespace Bot.Library.Readings;

/// <summary>Makes a reading, or a problem, of one file of a folder.</summary>
internal sealed class FileReader(string folder, int maxMegabytes, ReadingFactory factory)
{
    private const int BytesPerMegabyte = 1024 * 1024;

    // A file of 20 MB takes a second or two; what takes this long was made, or broken, so that it never ends.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(60);

    /// <summary>Reads a file.</summary>
    /// <param name="stamp">The file as it was found.</param>
    /// <param name="id">The name of its reading.</param>
    /// <param name="before">The same path at the last load, where there was one: content that did not change is not taken apart again.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public FolderFile Read(FileStamp stamp, ReadingId id, FolderFile? before, CancellationToken cancellationToken)
    {
        if (ReadingFormats.For(stamp.File) is not { } format)
        {
            return Skip(stamp, id, $"Files of this kind are not read; save it as {ReadingFormats.Names}.");
        }

        if (stamp.Bytes == 0)
        {
            return Skip(stamp, id, "The file is empty.");
        }

        if (stamp.Bytes > (long)maxMegabytes * BytesPerMegabyte)
        {
            return Skip(stamp, id, $"The file is larger than {maxMegabytes} MB; split it, or raise {ReadingsOptions.Section}:{nameof(ReadingsOptions.MaxFileMegabytes)}.");
        }

        try
        {
            var content = ReadAllBytes(Path.Combine(folder, stamp.File));
            var hash = Convert.ToHexString(SHA256.HashData(content));
            if (before is { MayPass: false } && before.Hash == hash && before.Id == id)
            {
                return before with { Stamp = stamp };
            }

            return TakeApart(format, content, new FolderFile(stamp, id, hash), cancellationToken);
        }
        catch (Exception reason) when (reason is FileNotFoundException or DirectoryNotFoundException)
        {
            return Skip(stamp, id, "The file went away while it was being read.") with { MayPass = true };
        }
        catch (UnauthorizedAccessException)
        {
            return Skip(stamp, id, "The file cannot be opened; give the program leave to read it.") with { MayPass = true };
        }
        catch (IOException reason)
        {
            return Skip(stamp, id, $"The file cannot be read: {Sentence(reason.Message)}") with { MayPass = true };
        }
    }

    private FolderFile TakeApart(IReadingFormat format, byte[] content, FolderFile file, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(LongestReading, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            if (!content.AsSpan().ContainsAnyExcept((byte)0))
            {
                return file with { Problem = new ReadingProblem(file.Stamp.File, "The file holds nothing but zero bytes; copy it anew from where it came from.") };
            }

            var reading = factory.Create(file.Id, file.Stamp.File, format.Read(content, limit.Token));
            return reading.Paragraphs.Count > 0
                ? file with { Reading = reading }
                : file with { Problem = new ReadingProblem(file.Stamp.File, "There is no text in the file.") };
        }
        catch (UnreadableFileException reason)
        {
            return file with { Problem = new ReadingProblem(file.Stamp.File, Sentence(reason.Message)) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return file with { Problem = new ReadingProblem(file.Stamp.File, $"The file takes longer than {LongestReading.TotalSeconds:F0} seconds to read; save it in a simpler form.") };
        }
#pragma warning disable CA1031 // A parser that trips over one file must not keep the others from being served.
        catch (Exception reason) when (reason is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            return file with { Problem = new ReadingProblem(file.Stamp.File, $"The file is damaged, or of another kind than its name says: {Sentence(reason.Message)}") };
        }
    }

    private static byte[] ReadAllBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == content.Length ? content : content[..length];
    }

    private static FolderFile Skip(FileStamp stamp, ReadingId id, string reason) =>
        new(stamp, id, "") { Problem = new ReadingProblem(stamp.File, reason) };

    private static string Sentence(string message)
    {
        var text = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return text.Length == 0 ? "nothing more is known." : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }
}
