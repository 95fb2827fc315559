using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>Keeps votes: one a voter and debate, changeable until the poll closes.</summary>
internal sealed class VoteStore(Database database)
{
    // Pressing the wrong button and then the right one is not a change of mind.
    private static readonly Duration Slip = Duration.FromSeconds(30);

    /// <summary>Casts a vote, or changes it.</summary>
    /// <param name="debate">The debate's id, as it came in.</param>
    /// <param name="channel">The key of the channel that the poll has to be of; null where the member was shown it elsewhere.</param>
    /// <param name="voter">Who votes, as a keyed hash.</param>
    /// <param name="side">Where they stand.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether there is such a poll and it was open.</returns>
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

    /// <summary>Whether a channel has a debate of this id.</summary>
    public async Task<bool> IsOfAsync(string debate, string channel, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.FirstAsync<long>("SELECT count(*) FROM debates WHERE id = @debate AND channel = @channel", new { debate, channel }),
        cancellationToken) > 0;

    /// <summary>How a poll stands.</summary>
    public Task<Tally> TallyAsync(string debate, CancellationToken cancellationToken) =>
        database.ReadAsync(session => TallyAsync(session, debate), cancellationToken);

    /// <summary>How a poll stands, within a transaction.</summary>
    public static async Task<Tally> TallyAsync(Session session, string debate) => new((await MovesAsync(session, debate))
        .GroupBy(move => move.Side)
        .ToDictionary(side => side.Key, side => (int)side.Sum(move => move.Voters)));

    /// <summary>From where to where people went, with how many.</summary>
    public static Task<IReadOnlyList<Move>> MovesAsync(Session session, string debate) => session.QueryAsync<Move>(
        "SELECT first_side, side, count(*) AS voters FROM votes WHERE debate = @debate GROUP BY first_side, side", new { debate });

    internal sealed record Move
    {
        public string FirstSide { get; init; } = "";

        public string Side { get; init; } = "";

        public long Voters { get; init; }
    }
}
