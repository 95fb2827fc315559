using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>Parses one kind of file.</summary>
internal interface IReadingFormat
{
    /// <summary>The file extensions it reads, in lower case with the dot.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UnreadableFileException">The content cannot be read; the message is for the person who put the file there.</exception>
    RawReading Read(byte[] content, CancellationToken cancellationToken);

    /// <summary>The same with everything that the file holds, since a header beside the file says so.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UnreadableFileException">As in <see cref="Read"/>.</exception>
    RawReading ReadWhole(byte[] content, CancellationToken cancellationToken);
}
