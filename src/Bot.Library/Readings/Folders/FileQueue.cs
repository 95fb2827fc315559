using System.Collections.Concurrent;

namespace Bot.Library.Readings.Folders;

/// <summary>
/// The files of a load that must be read, in this order: small ones first, and last those that took too long before.
/// If there is a limit, a file that takes longer is postponed; and once a file caused trouble and another can be served, the load
/// ends when the limit is over. Without trouble the load waits for all files.
/// </summary>
/// <param name="files">The files of the folder; unread ones are replaced by their results.</param>
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

    /// <summary>Reads files until there are none left, or the time is over. Several threads may call it concurrently.</summary>
    /// <param name="done">Called for each file that is done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void Work(Action<FolderFile> done, CancellationToken cancellationToken)
    {
        while (!IsOver && waiting.TryDequeue(out var i))
        {
            // A file is postponed once; the second time it is read to its end.
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
