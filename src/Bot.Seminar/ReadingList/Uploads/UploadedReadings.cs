using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>Puts uploads on the shelf, from this replica or another. A file that is already there is not read again.</summary>
internal sealed partial class UploadedReadings(UploadStore store, SentFileReader reader, ShelfLoader loader, ILogger<UploadedReadings> logger) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private Dictionary<Upload, Reading> shown = [];
    private long known;

    /// <summary>Updates the shelf from the database.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            if (await store.StampAsync(cancellationToken) != known)
            {
                await ShowAsync(await store.ListAsync(cancellationToken), cancellationToken);
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => refreshing.Dispose();

    private async Task ShowAsync(IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        var readings = new Dictionary<Upload, Reading>();
        var isComplete = true;
        foreach (var upload in uploads)
        {
            if (shown.GetValueOrDefault(upload) is { } before)
            {
                readings.Add(upload, before);
            }
            else if (await store.ReadContentAsync(upload, cancellationToken) is { } content)
            {
                var parsed = await reader.ReadAsync(upload.File, content, cancellationToken);
                isComplete &= !parsed.MayPass;
                if (parsed.Reading is { } reading)
                {
                    readings.Add(upload, reading with { Id = new ReadingId(upload.Reading), File = upload.File, Workspace = upload.Workspace });
                }
                else
                {
                    LogUnread(upload.Reading, parsed.Problem);
                }
            }
        }

        loader.ShowUploads([.. readings.Values]);
        shown = readings;
        known = isComplete ? uploads.Sum(upload => upload.Number) : 0;
    }

    [LoggerMessage(LogLevel.Warning, "The uploaded reading {Reading} is not served: {Problem}")]
    private partial void LogUnread(string reading, string problem);
}
