using System.Globalization;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Seminar.DailyDebates.Recap;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>Closes polls whose time is over and puts their results into the outbox, in one transaction.</summary>
internal sealed class ClosingPolls(Database database, ChannelShelves shelves, DebateRecap recap, TimeProvider time)
{
    /// <summary>Every replica runs this query every second.</summary>
    public const string DueSql =
        """
        SELECT d.id, d.channel, d.motion, d.opened_at, p.message, p.thread FROM debates d JOIN posts p ON p.id = d.id
        WHERE d.is_closed = 0 AND d.outcome = 'posted' AND d.closes_at <= @now ORDER BY d.closes_at, d.id LIMIT @most
        """;

    private const int AtOnce = 200;

    // A vote that was cast in time may not be in the database yet.
    private static readonly Duration Grace = Duration.FromSeconds(3);
    private static readonly Duration GiveUpAfter = Duration.FromDays(1);

    // The recap is posted after the result.
    private static readonly Duration RecapAfter = Duration.FromSeconds(5);

    /// <summary>Closes all polls that are due.</summary>
    /// <returns>How many polls were closed.</returns>
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        var now = Dates.Now(time);
        var due = await database.ReadAsync(
            session => session.QueryAsync<Row>(DueSql, new { now = Dates.ToMilliseconds(now - Grace), most = AtOnce }), cancellationToken);
        var closed = 0;
        foreach (var debate in due)
        {
            var hasRecap = await recap.IsWantedAsync(ChannelKey.Parse(debate.Channel), cancellationToken);
            closed += await database.WriteAsync(session => CloseAsync(session, debate, hasRecap, now), cancellationToken) ? 1 : 0;
        }

        return closed;
    }

    /// <summary>When the next poll closes; null if none is open.</summary>
    public async Task<Instant?> FindNextAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.ReadFirstAsync<long?>("SELECT min(closes_at) FROM debates WHERE is_closed = 0 AND outcome = 'posted'"), cancellationToken) is { } closes
            ? Instant.FromUnixTimeMilliseconds(closes) + Grace
            : null;

    private async Task<bool> CloseAsync(Session session, Row debate, bool hasRecap, Instant now)
    {
        if (await session.ExecuteAsync("UPDATE debates SET is_closed = 1 WHERE id = @Id AND is_closed = 0", new { debate.Id }) == 0)
        {
            return false;
        }

        CultureInfo.CurrentUICulture = await PostLanguage.OfAsync(session, debate.Channel);
        var readings = shelves.Of(debate.Channel);

        // No more votes can arrive: the transaction has closed the poll for everyone who waits for it.
        var moves = await VoteStore.MovesAsync(session, debate.Id);
        var opened = await session.ReadFirstAsync<Opened>(
            """
            SELECT reading, paragraph, CAST(sum(times) AS BIGINT) AS times FROM touches WHERE channel = @Channel AND kind = 'opened' AND hour >= @hour
            GROUP BY reading, paragraph HAVING sum(times) >= @MinShown ORDER BY sum(times) DESC, reading, paragraph LIMIT 1
            """,
            new { debate.Channel, hour = Instant.FromUnixTimeMilliseconds(debate.OpenedAt).ToUnixTimeSeconds() / 3600, Tally.MinShown });
        var post = OutboxPost.CreateDue(
            PostId.OfClosing(debate.Id),
            PostKinds.Closing,
            debate.Channel,
            KnownReading.Mark(ClosingReply.Of(debate.Motion, moves, Quote(opened, readings)), readings),
            now,
            GiveUpAfter);
        await (post with { Debate = debate.Id, TargetThread = debate.Thread }).AddAsync(session);
        if (hasRecap)
        {
            post = OutboxPost.CreateDue(
                PostId.OfRecap(debate.Id), PostKinds.Recap, debate.Channel, DebateRecap.CreateBeginning(debate.Motion), now + RecapAfter, GiveUpAfter);
            await (post with { Debate = debate.Id, TargetThread = debate.Thread }).AddAsync(session);
        }

        return true;
    }

    private static QuoteBlock? Quote(Opened? opened, ShelfSnapshot readings) => opened is not null
        && readings.Readings.FirstOrDefault(reading => reading.Id.Value == opened.Reading) is { } reading
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
