using Bot.Chat;
using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>Keeps the reading lists of channels in the database.</summary>
internal sealed class ReadingListStore(Database database, ReadingLists lists) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private long known = -1;

    /// <summary>Sets a channel's list; an empty one stands for all readings.</summary>
    public async Task SetAsync(ChannelAddress channel, IReadOnlyList<string> readings, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO reading_lists (channel, readings, revision) VALUES (@key, @names, 1)
                ON CONFLICT (channel) DO UPDATE SET readings = excluded.readings, revision = reading_lists.revision + 1
                """,
                new { key = ChannelKey.Of(channel), names = string.Join('\n', readings) }),
            cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    /// <summary>Brings the memory to what the database has, where another replica has changed it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var revision = await database.ReadAsync(
                session => session.FirstAsync<long>("SELECT CAST(coalesce(sum(revision), 0) AS BIGINT) FROM reading_lists"), cancellationToken);
            if (revision == known)
            {
                return;
            }

            var rows = await database.ReadAsync(
                session => session.QueryAsync<Row>("SELECT channel, readings, revision FROM reading_lists"), cancellationToken);
            lists.Replace(rows.Select(row => KeyValuePair.Create<string, IReadOnlyList<string>>(
                row.Channel, row.Readings.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
            known = rows.Sum(row => row.Revision);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => refreshing.Dispose();

    private sealed record Row
    {
        public string Channel { get; init; } = "";

        public string Readings { get; init; } = "";

        public long Revision { get; init; }
    }
}
