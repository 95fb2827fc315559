using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>Counts how often the paragraphs of a reading were asked about, quoted, opened and debated, for the coverage strip in the reading room.</summary>
public sealed class ReadingCoverage
{
    private readonly Database database;
    private readonly TouchLog touches;

    internal ReadingCoverage(Database database, TouchLog touches)
    {
        (this.database, this.touches) = (database, touches);
    }

    /// <summary>The counts of a reading by paragraph number; only paragraphs with a count.</summary>
    /// <param name="channels">The channels to count.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyDictionary<int, ParagraphTouches>> OfAsync(
        IReadOnlyList<ChannelAddress> channels, ReadingId reading, CancellationToken cancellationToken)
    {
        await touches.FlushAsync(cancellationToken);
        var keys = new TextList([.. channels.Select(ChannelKey.Of)]);
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                $"""
                SELECT paragraph, kind, CAST(sum(times) AS BIGINT) AS times FROM touches
                WHERE channel IN {keys.Sql} AND reading = @reading AND paragraph > 0 GROUP BY paragraph, kind
                UNION ALL SELECT paragraph, 'debated' AS kind, count(*) AS times FROM debates
                WHERE channel IN {keys.Sql} AND reading = @reading AND paragraph > 0 AND outcome = 'posted' GROUP BY paragraph
                """,
                keys.Add(("reading", reading.Value))),
            cancellationToken);
        return rows.GroupBy(row => (int)row.Paragraph).ToDictionary(
            paragraph => paragraph.Key,
            paragraph => new ParagraphTouches(
                Sum(paragraph, TouchLog.Asked), Sum(paragraph, TouchLog.Cited), Sum(paragraph, TouchLog.Opened), Sum(paragraph, "debated")));
    }

    private static int Sum(IEnumerable<Row> rows, string kind) => (int)Math.Min(int.MaxValue / 4, rows.Where(row => row.Kind == kind).Sum(row => row.Times));

    private sealed record Row
    {
        public long Paragraph { get; init; }

        public string Kind { get; init; } = "";

        public long Times { get; init; }
    }
}

/// <summary>The counts of a paragraph.</summary>
/// <param name="Asked">It answered a question.</param>
/// <param name="Cited">It was quoted otherwise.</param>
/// <param name="Opened">It was opened.</param>
/// <param name="Debated">A motion from it was debated.</param>
public sealed record ParagraphTouches(int Asked, int Cited, int Opened, int Debated)
{
    /// <summary>The sum.</summary>
    public int Total => Asked + Cited + Opened + Debated;
}
