using System.Diagnostics.CodeAnalysis;
using Bot.Library.Readings.Formats;

namespace Bot.Library.Readings;

/// <summary>Reads single files.</summary>
/// <param name="factory">Numbers what was read.</param>
/// <param name="maxBytes">The largest file that is opened.</param>
internal sealed class ReadingFile(ReadingFactory factory, long maxBytes)
{
    private const int Megabyte = 1024 * 1024;
    private const int LongestFault = 120;

    // A file that takes longer was made to.
    private static readonly TimeSpan LongestParsing = TimeSpan.FromSeconds(60);

    /// <summary>Why a file is skipped without opening it; null where it is to be opened.</summary>
    public ReadingProblem? Refuse(FoundFile file)
    {
        string? reason = file switch
        {
            _ when ReadingFormats.Of(file.Path) is null => $"Files of this kind cannot be read; supported are {ReadingFormats.Names}.",
            { Length: < 0 } => "The link leads to no file.",
            { Length: 0 } => "The file is empty.",
            _ when file.Length > maxBytes =>
                $"The file has {file.Length / Megabyte} MB, more than the {maxBytes / Megabyte} MB that Readings:MaxFileMegabytes allows.",
            _ => null,
        };
        return reason is null ? null : new ReadingProblem(file.Path, reason);
    }

    /// <summary>Makes a reading of a file's content.</summary>
    /// <returns>The reading or the problem; the other one is null.</returns>
    public (Reading? Reading, ReadingProblem? Problem) Read(FoundFile file, ReadingId id, byte[] content, CancellationToken cancellationToken)
    {
        var format = ReadingFormats.Of(file.Path) ?? throw new ArgumentException($"{file.Path} has no supported format.", nameof(file));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestParsing);
        try
        {
            var reading = factory.Create(id, file.Path, Parse(format, content, limit.Token));
            return reading.Paragraphs.Count > 0 ? (reading, null) : (null, new ReadingProblem(file.Path, "The file holds no text."));
        }
        catch (UnreadableFileException unreadable)
        {
            return (null, new ReadingProblem(file.Path, unreadable.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new ReadingProblem(
                file.Path, $"The file took longer than {LongestParsing.TotalSeconds:F0} seconds to read; save it in a simpler form."));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Parsers throw what they like on broken files, even index and null errors.")]
    private static RawReading Parse(IReadingFormat format, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return format.Read(content, cancellationToken);
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException(
                $"The file is damaged or not what its name says ({Fault(exception)}); save it again or remove it.", exception);
        }
    }

    private static string Fault(Exception exception)
    {
        var line = exception.Message.ReplaceLineEndings("\n").Split('\n')[0].Trim().TrimEnd('.');
        return line.Length <= LongestFault ? line : line[..LongestFault] + "…";
    }
}
