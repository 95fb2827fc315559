namespace Bot.Library.Readings.Parsing;

/// <summary>
/// Makes a reading of the content of a file: one of the readings' folder, or one that somebody has just sent. <see cref="ReaderProcesses"/> does
/// so in another process, <see cref="InProcessParser"/> in this one.
/// </summary>
internal interface IFileParser
{
    /// <summary>Reads a file. Whatever the content is, there is a result. The calling thread waits.</summary>
    /// <param name="name">
    /// The file's name without its folder. The extension says what the content is; without a title in the content the name serves as one.
    /// </param>
    /// <param name="content">The whole file.</param>
    /// <param name="atMost">After how much processor time the file is postponed, if that is less than a file may take.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken);

    /// <summary>From now on, reading has a lower priority than other work on the machine: nobody waits for it any more.</summary>
    void GiveWay();
}
