using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.Proposals;

/// <summary>Keeps motions that people wrote.</summary>
internal sealed class ProposalStore(Database database)
{
    /// <summary>How many suggestions of a channel may wait for a teacher.</summary>
    public const int MostWaiting = 50;

    /// <summary>Adds a motion.</summary>
    /// <param name="channel">The channel's key.</param>
    /// <param name="motion">The motion.</param>
    /// <param name="author">Who suggests it, as a keyed hash; empty for a teacher, whose motion is queued at once.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Its id; null where too many wait already.</returns>
    public Task<string?> AddAsync(string channel, string motion, string author, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var waiting = await session.FirstAsync<long>(
                    "SELECT count(*) FROM proposals WHERE channel = @channel AND state IN ('suggested', 'queued')", new { channel });
                if (waiting >= MostWaiting)
                {
                    return null;
                }

                var id = Guid.NewGuid().ToString("N")[..12];
                await session.ExecuteAsync(
                    """
                    INSERT INTO proposals (id, channel, motion, state, author, made_at, queued_at)
                    VALUES (@id, @channel, @motion, @state, @author, @now, @now)
                    """,
                    new { id, channel, motion, author, state = author.Length == 0 ? "queued" : "suggested", now = now.ToUnixTimeMilliseconds() });
                return (string?)id;
            },
            cancellationToken);

    /// <summary>Decides on a suggestion.</summary>
    /// <returns>The motion; null where it has been decided on already, or is no suggestion of this channel.</returns>
    public Task<string?> DecideAsync(string channel, string id, bool isAccepted, Instant now, CancellationToken cancellationToken) =>
        ChangeAsync(
            "UPDATE proposals SET state = @state, queued_at = @now WHERE id = @id AND channel = @channel AND state = 'suggested'",
            id,
            new { id, channel, state = isAccepted ? "queued" : "declined", now = now.ToUnixTimeMilliseconds() },
            cancellationToken);

    /// <summary>Takes a motion out of the queue.</summary>
    /// <returns>The motion; null where it is not in the queue of this channel.</returns>
    public Task<string?> TakeBackAsync(string channel, string id, CancellationToken cancellationToken) => ChangeAsync(
        "UPDATE proposals SET state = 'declined' WHERE id = @id AND channel = @channel AND state = 'queued'", id, new { id, channel }, cancellationToken);

    private Task<string?> ChangeAsync(string sql, string id, object row, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.ExecuteAsync(sql, row) == 1
            ? await session.FirstAsync<string>("SELECT motion FROM proposals WHERE id = @id", new { id })
            : null,
        cancellationToken);
}
