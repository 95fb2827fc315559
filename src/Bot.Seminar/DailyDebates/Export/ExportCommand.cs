using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Export;

/// <summary>Gives a teacher a channel's debates, with their results.</summary>
internal sealed class ExportCommand(Database database) : ISeminarCommand
{
    private const string Columns = "date,motion,reading,place,outcome,for_first,against_first,undecided_first,for_last,against_last,undecided_last,link";

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate export", "Gives you this channel's debates, as a Markdown or CSV file.")
    {
        Options = [new OptionInfo("format", "The form.") { Choices = ["markdown", "csv"] }],
        Examples = ["debate export", "debate export format:csv"],
        Details = "Every debate, the oldest first. Numbers below three are not given.",
        ForTeachers = true,
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(request.Command.Channel);
        var (debates, moves) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<Row>(
                    """
                    SELECT d.id, d.date, d.motion, d.reading, d.paragraph, d.sentence, d.outcome, d.is_closed, coalesce(p.link, '') AS link
                    FROM debates d LEFT JOIN posts p ON p.id = d.id WHERE d.channel = @key AND d.outcome IN ('posted', 'missed')
                    ORDER BY d.due, d.id
                    """,
                    new { key }),
                await session.QueryAsync<VoteRow>(
                    """
                    SELECT v.debate, v.first_side, v.side, count(*) AS voters FROM votes v JOIN debates d ON d.id = v.debate
                    WHERE d.channel = @key AND d.is_closed = 1 GROUP BY v.debate, v.first_side, v.side
                    """,
                    new { key })),
            cancellationToken);
        if (debates.Count == 0)
        {
            return ChatReply.Answer(new TextBlock("There has been no debate in this channel yet."));
        }

        var votes = moves.ToLookup(row => row.Debate);
        return ChatReply.Answer(
            new TextBlock($"The debates of this channel {Span(debates[0].Date, debates[^1].Date)}, the oldest first. Numbers below three are not given."),
            request.Option("format") == "csv"
                ? new FileBlock("debates.csv", FileBlock.Table, string.Join('\n', debates.Select(row => Csv(row, [.. votes[row.Id]])).Prepend(Columns)))
                : new FileBlock("debates.md", "text/markdown", string.Join('\n', debates.SelectMany(row => Markdown(row, [.. votes[row.Id]]))).TrimEnd()));
    }

    private static string Span(string first, string last) => first == last ? $"on {first}" : $"from {first} to {last}";

    private static string Csv(Row row, List<VoteRow> votes) => string.Join(',', ((IEnumerable<string>)
    [
        row.Date,
        row.Motion,
        row.Reading,
        Place(row),
        row.Outcome,
        .. Tally.Stances.Select(stance => Shown(votes.Where(vote => vote.FirstSide == stance))),
        .. Tally.Stances.Select(stance => Shown(votes.Where(vote => vote.Side == stance))),
        row.Link,
    ]).Select(Cell));

    // RFC 4180; what a spreadsheet would take for a formula is made text.
    private static string Cell(string value)
    {
        var text = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static IEnumerable<string> Markdown(Row row, List<VoteRow> votes)
    {
        if (row.Outcome != "posted")
        {
            return [$"## {row.Date}: no debate", ""];
        }

        var place = row.Paragraph > 0 ? [$"From {row.Reading}, {Place(row)}"] : Array.Empty<string>();
        var results = votes.Count > 0
            ? [$"At first: {Of(votes, vote => vote.FirstSide).Describe()}", $"At the end: {Of(votes, vote => vote.Side).Describe()}"]
            : new[] { row.IsClosed == 1 ? "Nobody voted." : "The vote is open." };
        return [$"## {row.Date}", "", row.Motion, "", .. place.Concat(results).Select(line => $"- {line}"), ""];
    }

    private static Tally Of(List<VoteRow> votes, Func<VoteRow, string> side) =>
        new(votes.GroupBy(side).ToDictionary(group => group.Key, group => (int)group.Sum(vote => vote.Voters)));

    private static string Place(Row row) => row.Paragraph > 0 ? string.Create(CultureInfo.InvariantCulture, $"¶{row.Paragraph}.{row.Sentence}") : "";

    private static string Shown(IEnumerable<VoteRow> votes) =>
        (int)votes.Sum(vote => vote.Voters) is >= 3 and var count ? count.ToString(CultureInfo.InvariantCulture) : "";

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

    private sealed record VoteRow
    {
        public string Debate { get; init; } = "";

        public string FirstSide { get; init; } = "";

        public string Side { get; init; } = "";

        public long Voters { get; init; }
    }
}
