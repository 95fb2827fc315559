using System.Security.Cryptography;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>Stores uploaded files in the database, where every replica finds them.</summary>
internal sealed class UploadStore(Database database, IOptions<UploadsOptions> options, TimeProvider time)
{
    private const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>A number that changes when an upload is added or deleted.</summary>
    public Task<long> StampAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ReadFirstAsync<long>("SELECT CAST(coalesce(sum(number), 0) AS BIGINT) FROM uploads"), cancellationToken);

    /// <summary>All uploads without their content, by workspace and name.</summary>
    public Task<IReadOnlyList<Upload>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<Upload>("SELECT workspace, reading, file, hash, number FROM uploads ORDER BY workspace, reading"), cancellationToken);

    /// <summary>The file itself; null if it was deleted in the meantime.</summary>
    public Task<byte[]?> ReadContentAsync(Upload upload, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ReadFirstAsync<byte[]>(
            "SELECT content FROM uploads WHERE workspace = @Workspace AND reading = @Reading AND hash = @Hash", new { upload.Workspace, upload.Reading, upload.Hash }),
        cancellationToken);

    /// <summary>Why a workspace cannot have another file; null if it can.</summary>
    public Task<string?> FindObstacleAsync(string workspace, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindObstacleAsync(session, workspace, bytes: 0), cancellationToken);

    /// <summary>Stores a file.</summary>
    /// <returns>Null, or why it was not stored.</returns>
    public Task<string?> AddAsync(Upload upload, byte[] content, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            if (await FindObstacleAsync(session, upload.Workspace, content.Length) is { } obstacle)
            {
                return obstacle;
            }

            var added = await session.ExecuteAsync(
                """
                INSERT INTO uploads (workspace, reading, file, hash, bytes, number, uploaded_at, content)
                VALUES (@Workspace, @Reading, @File, @Hash, @bytes, @number, @now, @content) ON CONFLICT DO NOTHING
                """,
                new
                {
                    upload.Workspace,
                    upload.Reading,
                    upload.File,
                    upload.Hash,
                    bytes = (long)content.Length,
                    number = (long)RandomNumberGenerator.GetInt32(1, int.MaxValue),
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    content,
                });
            return added == 1 ? null : UploadTexts.SameNameAtOnce;
        },
        cancellationToken);

    /// <summary>Deletes a file, also from the files of the database.</summary>
    /// <returns>Whether it existed.</returns>
    public async Task<bool> DeleteAsync(string workspace, string reading, CancellationToken cancellationToken) => (await database.EraseAsync(
        ["uploads"],
        session => session.ExecuteAsync("DELETE FROM uploads WHERE workspace = @workspace AND reading = @reading", new { workspace, reading }),
        cancellationToken)).Result > 0;

    private async Task<string?> FindObstacleAsync(Session session, string workspace, long bytes)
    {
        var (files, most) = (options.Value.MaxFiles, options.Value.MaxMegabytes);
        var used = await session.ReadFirstAsync<Used>(
            "SELECT count(*) AS files, CAST(coalesce(sum(bytes), 0) AS BIGINT) AS bytes FROM uploads WHERE workspace = @workspace", new { workspace });
        return files == 0 ? UploadTexts.SwitchedOff
            : used?.Files >= files ? UploadTexts.FormatTooManyFiles(files)
            : used?.Bytes + bytes > most * BytesPerMegabyte ? UploadTexts.FormatTooLargeTogether(most)
            : null;
    }

    private sealed record Used
    {
        public long Files { get; init; }

        public long Bytes { get; init; }
    }
}

/// <summary>A file that a teacher uploaded.</summary>
internal sealed record Upload
{
    /// <summary>The server or workspace whose members can read it.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>The name of its reading.</summary>
    public string Reading { get; init; } = "";

    /// <summary>The file's name.</summary>
    public string File { get; init; } = "";

    /// <summary>The hash of its content.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Its part of the stamp.</summary>
    public long Number { get; init; }
}
