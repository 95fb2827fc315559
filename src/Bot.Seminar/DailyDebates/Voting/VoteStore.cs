using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>Stores votes: one per voter and debate, changeable until the poll closes.</summary>
internal sealed class VoteStore(Database database)
{
    // A change within this time corrects a mistake and is not a change of sides.
    private static readonly Duration Slip = Duration.FromSeconds(30);

    /// <summary>Casts a vote, or changes it.</summary>
    /// <param name="debate">The debate's id, as it was received.</param>
    /// <param name="channel">The key of the channel that the poll must belong to; null if the member has a ticket.</param>
    /// <param name="voter">The voter as a keyed hash.</param>
    /// <param name="side">The stance.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>Whether the poll exists and was open.</returns>
    public async Task<bool> CastAsync(
        string debate, string? channel, string voter, string side, Instant now, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                INSERT INTO votes (debate, voter, first_side, side, first_at, changed_at)
                SELECT id, @voter, @side, @side, @now, @now FROM debates
                WHERE id = @debate AND is_closed = 0 AND closes_at > @now {(channel is null ? "" : "AND channel = @channel")}
                ON CONFLICT (debate, voter) DO UPDATE SET
                    side = excluded.side,
                    changed_at = excluded.changed_at,
                    first_side = CASE WHEN excluded.changed_at - votes.first_at <= @slip THEN excluded.side ELSE votes.first_side END
                """,
                new { debate, channel, voter, side, now = now.ToUnixTimeMilliseconds(), slip = (long)Slip.TotalMilliseconds }),
            cancellationToken) == 1;

    /// <summary>Whether a channel has a debate with this id.</summary>
    public async Task<bool> IsOfAsync(string debate, string channel, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.ReadFirstAsync<long>("SELECT count(*) FROM debates WHERE id = @debate AND channel = @channel", new { debate, channel }),
        cancellationToken) > 0;

    /// <summary>The current votes of a poll.</summary>
    public Task<Tally> TallyAsync(string debate, CancellationToken cancellationToken) =>
        database.ReadAsync(session => TallyAsync(session, debate), cancellationToken);

    /// <summary>The current votes of a poll, within a transaction.</summary>
    public static async Task<Tally> TallyAsync(Session session, string debate) => new((await MovesAsync(session, debate))
        .GroupBy(move => move.Side)
        .ToDictionary(side => side.Key, side => (int)side.Sum(move => move.Voters)));

    /// <summary>How many voters moved from which side to which.</summary>
    public static Task<IReadOnlyList<Move>> MovesAsync(Session session, string debate) => session.QueryAsync<Move>(
        "SELECT first_side, side, count(*) AS voters FROM votes WHERE debate = @debate GROUP BY first_side, side", new { debate });

    internal sealed record Move
    {
        public string FirstSide { get; init; } = "";

        public string Side { get; init; } = "";

        public long Voters { get; init; }
    }
}
