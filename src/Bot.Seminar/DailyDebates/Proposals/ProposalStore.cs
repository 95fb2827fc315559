using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>Stores motions that members wrote.</summary>
internal sealed class ProposalStore(Database database)
{
    /// <summary>The maximum number of waiting suggestions of a channel, and of motions in its queue.</summary>
    public const int MaxWaiting = 50;

    /// <summary>The maximum number of waiting suggestions of one member.</summary>
    public const int MaxOfOne = 5;

    /// <summary>Adds a motion.</summary>
    /// <param name="channel">The channel's key.</param>
    /// <param name="motion">The motion.</param>
    /// <param name="author">The author as a keyed hash; empty for a teacher, whose motion is queued at once.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>Its id, or why it was not added.</returns>
    public Task<Added> AddAsync(string channel, string motion, string author, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                // Suggestions and queued motions have separate limits.
                var state = author.Length == 0 ? "queued" : "suggested";
                var waiting = await session.ReadFirstAsync<long>("SELECT count(*) FROM proposals WHERE channel = @channel AND state = @state", new { channel, state });
                if (waiting >= MaxWaiting)
                {
                    return new Added("", Obstacle.ChannelIsFull);
                }

                var own = author.Length == 0 ? 0 : await session.ReadFirstAsync<long>(
                    "SELECT count(*) FROM proposals WHERE channel = @channel AND author = @author AND state = @state", new { channel, author, state });
                if (own >= MaxOfOne)
                {
                    return new Added("", Obstacle.MemberHasEnough);
                }

                var id = Guid.NewGuid().ToString("N")[..12];
                await session.ExecuteAsync(
                    """
                    INSERT INTO proposals (id, channel, motion, state, author, made_at, queued_at)
                    VALUES (@id, @channel, @motion, @state, @author, @now, @now)
                    """,
                    new { id, channel, motion, author, state, now = now.ToUnixTimeMilliseconds() });
                return new Added(id, Obstacle.None);
            },
            cancellationToken);

    /// <summary>Accepts or declines a suggestion.</summary>
    /// <returns>The motion; null if it has been decided on already, or is not a suggestion of this channel.</returns>
    public Task<string?> DecideAsync(string channel, string id, bool isAccepted, Instant now, CancellationToken cancellationToken) =>
        ChangeAsync(
            "UPDATE proposals SET state = @state, queued_at = @now WHERE id = @id AND channel = @channel AND state = 'suggested'",
            id,
            new { id, channel, state = isAccepted ? "queued" : "declined", now = now.ToUnixTimeMilliseconds() },
            cancellationToken);

    /// <summary>Removes a motion from the queue.</summary>
    /// <returns>The motion; null if it is not in the queue of this channel.</returns>
    public Task<string?> TakeBackAsync(string channel, string id, CancellationToken cancellationToken) => ChangeAsync(
        "UPDATE proposals SET state = 'declined' WHERE id = @id AND channel = @channel AND state = 'queued'", id, new { id, channel }, cancellationToken);

    /// <summary>Changes the words of a motion in the queue.</summary>
    /// <returns>Whether it is in the queue of this channel.</returns>
    public async Task<bool> RewriteAsync(string channel, string id, string motion, CancellationToken cancellationToken) => await ChangeAsync(
        "UPDATE proposals SET motion = @motion WHERE id = @id AND channel = @channel AND state = 'queued'", id, new { id, channel, motion }, cancellationToken) is not null;

    /// <summary>Why a motion was not added.</summary>
    internal enum Obstacle
    {
        /// <summary>It was added.</summary>
        None,

        /// <summary>Too many wait in the channel.</summary>
        ChannelIsFull,

        /// <summary>Too many of the same member wait.</summary>
        MemberHasEnough,
    }

    /// <summary>The result of adding a motion.</summary>
    /// <param name="Id">Its id; empty if it was not added.</param>
    /// <param name="Obstacle">Why it was not added.</param>
    internal sealed record Added(string Id, Obstacle Obstacle);

    private Task<string?> ChangeAsync(string sql, string id, object row, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.ExecuteAsync(sql, row) == 1
            ? await session.ReadFirstAsync<string>("SELECT motion FROM proposals WHERE id = @id", new { id })
            : null,
        cancellationToken);
}
