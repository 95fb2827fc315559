using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Citing;
using Bot.Seminar.Schedules;
using Bot.Seminar.Stance;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.Posting;

/// <summary>Closes polls whose time is over and puts their results into the outbox, in one transaction.</summary>
internal sealed class ClosingPolls(Database database, Shelf shelf, TimeProvider time)
{
    private const int AtOnce = 200;
    private const int FewestOpened = 3;
    // A vote that was cast in time may still be on its way into the database.
    private static readonly Duration Grace = Duration.FromSeconds(3);
    private static readonly Duration Patience = Duration.FromDays(1);

    /// <summary>Closes what is to be closed now.</summary>
    /// <returns>How many polls were closed.</returns>
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        var now = Dates.Now(time);
        var due = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT d.id, d.channel, d.motion, d.opened_at, p.message, p.thread FROM debates d JOIN posts p ON p.id = d.id
                WHERE d.is_closed = 0 AND d.outcome = 'posted' AND d.closes_at <= @now ORDER BY d.closes_at, d.id LIMIT @AtOnce
                """,
                new { now = Dates.Ms(now - Grace), AtOnce }),
            cancellationToken);
        var closed = 0;
        foreach (var debate in due)
        {
            closed += await database.WriteAsync(session => CloseAsync(session, debate, now), cancellationToken) ? 1 : 0;
        }

        return closed;
    }

    private async Task<bool> CloseAsync(Session session, Row debate, Instant now)
    {
        if (await session.ExecuteAsync("UPDATE debates SET is_closed = 1 WHERE id = @Id AND is_closed = 0", new { debate.Id }) == 0)
        {
            return false;
        }

        // No vote can come any more: the poll is closed for whoever waits for this transaction.
        var moves = await VoteStore.MovesAsync(session, debate.Id);
        var opened = await session.FirstAsync<Opened>(
            """
            SELECT reading, paragraph, CAST(sum(times) AS BIGINT) AS times FROM touches WHERE channel = @Channel AND kind = 'opened' AND hour >= @hour
            GROUP BY reading, paragraph HAVING sum(times) >= @FewestOpened ORDER BY sum(times) DESC, reading, paragraph LIMIT 1
            """,
            new { debate.Channel, hour = Instant.FromUnixTimeMilliseconds(debate.OpenedAt).ToUnixTimeSeconds() / 3600, FewestOpened });
        var post = OutboxPost.Now(
            PostId.OfClosing(debate.Id), PostKinds.Closing, debate.Channel, ClosingReply.Of(debate.Motion, moves, Quote(opened)), now, Patience);
        await (post with { Debate = debate.Id, TargetThread = debate.Thread }).AddAsync(session);
        return true;
    }

    private QuoteBlock? Quote(Opened? opened) => opened is not null
        && shelf.Current.Readings.FirstOrDefault(reading => reading.Id.Value == opened.Reading) is { } reading
        && reading.Find((int)opened.Paragraph) is { } paragraph
            ? Quotation.Of(reading, paragraph, 1, 1)
            : null;

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Motion { get; init; } = "";

        public long OpenedAt { get; init; }

        public string Message { get; init; } = "";

        public string Thread { get; init; } = "";
    }

    private sealed record Opened
    {
        public string Reading { get; init; } = "";

        public long Paragraph { get; init; }

        public long Times { get; init; }
    }
}
