using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>The stored data of a channel's next debates.</summary>
internal sealed record PlanData
{
    public required IReadOnlyList<string> Holidays { get; init; }

    public required IReadOnlyList<SpecialRow> Special { get; init; }

    public required IReadOnlyList<QueueRow> Queue { get; init; }

    public required IReadOnlyList<PlanRow> Plans { get; init; }

    public required IReadOnlyList<UseRow> Uses { get; init; }

    public required IReadOnlyList<TouchedRow> Touched { get; init; }

    public required long Debates { get; init; }

    public static async Task<PlanData> ReadAsync(Session session, string channel) => new()
    {
        Holidays = await session.QueryAsync<string>("SELECT date FROM holidays WHERE channel = @channel", new { channel }),
        Special = await session.QueryAsync<SpecialRow>(
            "SELECT d.schedule, d.date, d.motion FROM special_days d JOIN schedules s ON s.id = d.schedule WHERE s.channel = @channel", new { channel }),
        Queue = await session.QueryAsync<QueueRow>(
            "SELECT id, motion FROM proposals WHERE channel = @channel AND state = 'queued' ORDER BY queued_at, id", new { channel }),
        Plans = await session.QueryAsync<PlanRow>("SELECT readings, stamp, motions, revision FROM plans WHERE channel = @channel", new { channel }),
        Uses = await session.QueryAsync<UseRow>(
            "SELECT motion_id, count(*) AS times FROM debates WHERE channel = @channel AND outcome IN ('claimed', 'posted') GROUP BY motion_id", new { channel }),
        Touched = await session.QueryAsync<TouchedRow>("SELECT DISTINCT reading, paragraph FROM touches WHERE channel = @channel", new { channel }),
        Debates = await session.ReadFirstAsync<long>(
            "SELECT count(*) FROM debates WHERE channel = @channel AND outcome IN ('claimed', 'posted')", new { channel }),
    };

    internal sealed record SpecialRow
    {
        public string Schedule { get; init; } = "";

        public string Date { get; init; } = "";

        public string Motion { get; init; } = "";
    }

    internal sealed record QueueRow
    {
        public string Id { get; init; } = "";

        public string Motion { get; init; } = "";
    }

    internal sealed record UseRow
    {
        public string MotionId { get; init; } = "";

        public long Times { get; init; }
    }

    internal sealed record TouchedRow
    {
        public string Reading { get; init; } = "";

        public long Paragraph { get; init; }
    }
}
