using System.Collections.Concurrent;

namespace Bot.Library.Readings.Folders;

/// <summary>
/// The files of a load that have to be read, in the order in which they are: small ones first, and last those that took too long before.
/// Where there is a limit, a file that takes longer than it is put off, and once a file made trouble and another can be served, the load
/// ends when the limit is over. Without trouble all files are waited for, however many they are.
/// </summary>
/// <param name="files">The files of the folder; those that are unread are replaced by what they are read into.</param>
/// <param name="reader">Reads them.</param>
/// <param name="within">The limit; null for none.</param>
/// <param name="time">Measures it.</param>
internal sealed class FileQueue(FolderFile[] files, FileReader reader, TimeSpan? within, TimeProvider time)
{
    private readonly ConcurrentQueue<int> waiting = new(Enumerable.Range(0, files.Length)
        .Where(i => files[i].IsUnread)
        .OrderBy(i => files[i].IsPutOff)
        .ThenBy(i => files[i].Stamp.Bytes));

    private readonly long start = time.GetTimestamp();
    private volatile bool canServe = files.Any(file => file.Reading is not null);
    private volatile bool hasTrouble;

    /// <summary>Reads files until there are none, or the time is over. Several threads may do so side by side.</summary>
    /// <param name="done">Told of each file that is done.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public void Work(Action<FolderFile> done, CancellationToken cancellationToken)
    {
        while (!IsOver && waiting.TryDequeue(out var i))
        {
            // A file is put off once; the second time it is read to its end.
            files[i] = reader.Read(files[i], files[i].IsPutOff ? null : within, cancellationToken);
            canServe |= files[i].Reading is not null;
            hasTrouble |= files[i].WasStopped || files[i].IsPutOff;
            if (files[i].IsUnread)
            {
                waiting.Enqueue(i);
            }
            else
            {
                done(files[i]);
            }
        }
    }

    private bool IsOver => within is { } limit && canServe && hasTrouble && time.GetElapsedTime(start) >= limit;
}
