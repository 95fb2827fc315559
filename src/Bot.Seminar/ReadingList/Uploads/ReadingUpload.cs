using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Seminar.Channels;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>Uploads a teacher's file: checks its name and size, reads it in a separate process, and only then stores it.</summary>
internal sealed class ReadingUpload(
    UploadStore store, UploadedReadings uploaded, SentFileReader reader, ChannelShelves shelves, IOptions<ReadingsOptions> options)
{
    /// <summary>Uploads a file.</summary>
    /// <param name="channel">A channel of its workspace.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is stored then.</param>
    /// <returns>The reading on the shelf, or why the file was refused.</returns>
    public async Task<(Reading? Reading, string Problem)> TakeAsync(ChannelAddress channel, AttachedFile file, CancellationToken cancellationToken)
    {
        var workspace = ChannelKey.WorkspaceOf(ChannelKey.Of(channel));
        if (SentFileName.Refuse(file.Name) is { } wrongName)
        {
            return (null, wrongName);
        }

        if (await store.FindObstacleAsync(workspace, cancellationToken) is { } full)
        {
            return (null, full);
        }

        try
        {
            var content = await file.ReadAsync(options.Value.MaxFileMegabytes, cancellationToken);
            return await KeepAsync(channel, workspace, file.Name, content, cancellationToken);
        }
        catch (AttachmentException unavailable)
        {
            return (null, unavailable.Message);
        }
    }

    private async Task<(Reading? Reading, string Problem)> KeepAsync(
        ChannelAddress channel, string workspace, string name, byte[] content, CancellationToken cancellationToken)
    {
        var hash = SentFileReader.HashOf(content);
        if ((await store.ListAsync(cancellationToken)).FirstOrDefault(upload => upload.Workspace == workspace && upload.Hash == hash) is { } same)
        {
            return (null, UploadTexts.FormatAlreadyThere(same.Reading));
        }

        var parsed = await reader.ReadAsync(name, content, cancellationToken);
        if (parsed.Reading is null)
        {
            return (null, UploadTexts.FormatCannotBeServed(name, FileReasons.Translate(parsed.Problem ?? "")));
        }

        var id = SentFileReader.ChooseId(shelves.FindAll(channel).Readings, name);
        var upload = new Upload { Workspace = workspace, Reading = id.Value, File = name, Hash = hash };
        if (await store.AddAsync(upload, content, cancellationToken) is { } obstacle)
        {
            return (null, obstacle);
        }

        await uploaded.RefreshAsync(cancellationToken);
        return (shelves.FindAll(channel).Readings.FirstOrDefault(reading => reading.Id == id), "");
    }
}
