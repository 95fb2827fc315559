using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>Stores the reading lists of channels in the database.</summary>
internal sealed class ReadingListStore(Database database, ReadingLists lists) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private long known = -1;

    /// <summary>Changes a channel's list. Concurrent changes are applied one after the other, so that none is lost.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="change">Returns the new list for the current one; an empty list means all readings, null means no change.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>False if nothing was changed.</returns>
    public async Task<bool> ChangeAsync(
        ChannelAddress channel, Func<IReadOnlyList<string>, IReadOnlyList<string>?> change, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var isChanged = await database.WriteAsync(
            async session =>
            {
                // Written first, so that the row is locked before it is read.
                await session.ExecuteAsync(
                    """
                    INSERT INTO reading_lists (channel, readings, revision) VALUES (@key, '', 1)
                    ON CONFLICT (channel) DO UPDATE SET revision = reading_lists.revision + 1
                    """,
                    new { key });
                var before = await session.ReadFirstAsync<string>("SELECT readings FROM reading_lists WHERE channel = @key", new { key });
                if (change(Names(before ?? "")) is not { } after)
                {
                    return false;
                }

                await session.ExecuteAsync(
                    "UPDATE reading_lists SET readings = @names WHERE channel = @key", new { key, names = string.Join('\n', after) });
                return true;
            },
            cancellationToken);
        await RefreshAsync(cancellationToken);
        return isChanged;
    }

    /// <summary>Loads the changes of other replicas from the database into memory.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var revision = await database.ReadAsync(
                session => session.ReadFirstAsync<long>("SELECT CAST(coalesce(sum(revision), 0) AS BIGINT) FROM reading_lists"), cancellationToken);
            if (revision == known)
            {
                return;
            }

            var rows = await database.ReadAsync(
                session => session.QueryAsync<Row>("SELECT channel, readings, revision FROM reading_lists"), cancellationToken);
            lists.Replace(rows.Select(row => KeyValuePair.Create<string, IReadOnlyList<string>>(row.Channel, Names(row.Readings))));
            known = rows.Sum(row => row.Revision);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => refreshing.Dispose();

    private static string[] Names(string readings) => readings.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Row
    {
        public string Channel { get; init; } = "";

        public string Readings { get; init; } = "";

        public long Revision { get; init; }
    }
}
