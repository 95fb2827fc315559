using System.Globalization;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Export;

/// <summary>Looks up the results of a channel's debates, for <c>debate export</c> and the teacher's desk.</summary>
public sealed class DebateResults
{
    private readonly Database database;

    internal DebateResults(Database database) => this.database = database;

    /// <summary>Every debate of a channel that was posted or missed, the oldest first.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyList<DebateResult>> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var (debates, moves) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<Row>(
                    """
                    SELECT d.id, d.date, d.motion, d.reading, d.paragraph, d.sentence, d.outcome, d.is_closed, coalesce(p.link, '') AS link
                    FROM debates d LEFT JOIN posts p ON p.id = d.id WHERE d.channel = @key AND d.outcome IN ('posted', 'missed')
                    ORDER BY d.due, d.id
                    """,
                    new { key }),
                await session.QueryAsync<MoveRow>(
                    """
                    SELECT v.debate, v.first_side, v.side, count(*) AS voters FROM votes v JOIN debates d ON d.id = v.debate
                    WHERE d.channel = @key AND d.is_closed = 1 GROUP BY v.debate, v.first_side, v.side
                    """,
                    new { key })),
            cancellationToken);
        var votes = moves.ToLookup(
            row => row.Debate, row => new VoteStore.Move { FirstSide = row.FirstSide, Side = row.Side, Voters = row.Voters });
        return [.. debates.Select(row => Of(row, [.. votes[row.Id]]))];
    }

    private static DebateResult Of(Row row, IReadOnlyList<VoteStore.Move> moves)
    {
        var (first, last) = (ClosingReply.Count(moves, move => move.FirstSide), ClosingReply.Count(moves, move => move.Side));
        return new DebateResult(row.Id, row.Date, row.Motion)
        {
            Reading = row.Reading,
            Place = row.Paragraph > 0 ? string.Create(CultureInfo.InvariantCulture, $"¶{row.Paragraph}.{row.Sentence}") : "",
            Outcome = row.Outcome,
            IsClosed = row.IsClosed == 1,
            Link = row.Link,
            Votes = moves.Count > 0 ? new DebateVotes(first.ToShown(), last.ToShown(), last.IsShown ? [.. ClosingReply.DescribeMoves(moves)] : []) : null,
        };
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Date { get; init; } = "";

        public string Motion { get; init; } = "";

        public string Reading { get; init; } = "";

        public long Paragraph { get; init; }

        public long Sentence { get; init; }

        public string Outcome { get; init; } = "";

        public long IsClosed { get; init; }

        public string Link { get; init; } = "";
    }

    private sealed record MoveRow
    {
        public string Debate { get; init; } = "";

        public string FirstSide { get; init; } = "";

        public string Side { get; init; } = "";

        public long Voters { get; init; }
    }
}

/// <summary>The result of a debate.</summary>
/// <param name="Id">Unique over all channels.</param>
/// <param name="Date">The day: <c>2026-09-01</c>.</param>
/// <param name="Motion">The motion; empty if the debate was missed.</param>
public sealed record DebateResult(string Id, string Date, string Motion)
{
    /// <summary>The id of the reading that contains the motion; empty if a member wrote it.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Its place there: <c>¶4.1</c>; empty if a member wrote it.</summary>
    public string Place { get; init; } = "";

    /// <summary><c>posted</c> or <c>missed</c>.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Whether the poll is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The address of the post; empty if the platform has none.</summary>
    public string Link { get; init; } = "";

    /// <summary>The votes; null if nobody voted or the poll is open.</summary>
    public DebateVotes? Votes { get; init; }
}

/// <summary>The votes before and after a debate.</summary>
/// <param name="First">The first votes.</param>
/// <param name="Last">The final votes.</param>
/// <param name="Moves">How many members changed sides, in sentences.</param>
public sealed record DebateVotes(ShownTally First, ShownTally Last, IReadOnlyList<string> Moves);
