using System.Globalization;
using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>Tells teachers how many answers helped, by command and by reading, and how many questions the readings did not answer.</summary>
internal sealed class FeedbackCommand(Shelf shelf, Database database, TouchLog touches, FeedbackReasons reasons) : ISeminarCommand
{
    // Smaller numbers could tell who it was.
    private const int FewestShown = 3;
    private const int MostReasons = 10;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("feedback", "Tells how many answers helped here, and how many questions found none.")
    {
        Examples = ["feedback"],
        Details = "Numbers of three and more only: neither who said so nor what was asked. They come from the buttons below the answers of ask and "
            + "counter; one press of a member counts for each answer. Below them stand the latest lines on why, where “settings reasons:on” allows them.",
        NameInGroup = "numbers",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await touches.FlushAsync(cancellationToken);
        var key = ChannelKey.Of(request.Command.Channel);
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT reading, kind, CAST(sum(times) AS BIGINT) AS times FROM touches WHERE channel = @key AND paragraph = @WholeReading
                GROUP BY reading, kind
                """,
                new { key, TouchLog.WholeReading }),
            cancellationToken);
        var why = await reasons.LatestAsync(request.Command.Channel, MostReasons, cancellationToken);
        return rows.Count == 0 && why.Count == 0
            ? ChatReply.Answer(new TextBlock("Nobody has said here whether an answer helped, and no question was left without one."))
            : ChatReply.Answer(
                [.. Numbers(rows), .. why.Count > 0 ? [new HeadingBlock("Why an answer did not help"), new ListBlock(why)] : Array.Empty<ReplyBlock>()]);
    }

    private IEnumerable<ReplyBlock> Numbers(IReadOnlyList<Row> rows)
    {
        var kinds = FeedbackButtons.Kinds.Select(kind =>
            $"{kind}: {Said(rows, TouchLog.Kind(kind, TouchLog.Helpful), TouchLog.Kind(kind, TouchLog.Unhelpful))}, "
            + $"no answer {Number(rows, TouchLog.Kind(kind, TouchLog.Unanswered))}");
        var readings = shelf.Current.Readings
            .Select(reading => (reading.Title, Rows: rows.Where(row => row.Reading == reading.Id.Value).ToList()))
            .Where(reading => reading.Rows.Count > 0)
            .Select(reading => $"{reading.Title}: {Said(
                reading.Rows,
                [.. FeedbackButtons.Kinds.Select(kind => TouchLog.Kind(kind, TouchLog.Helpful))],
                [.. FeedbackButtons.Kinds.Select(kind => TouchLog.Kind(kind, TouchLog.Unhelpful))])}")
            .ToList();
        return
        [
            new HeadingBlock("By command"),
            new ListBlock([.. kinds]),
            .. readings.Count > 0 ? [new HeadingBlock("By the reading that was quoted first"), new ListBlock(readings)] : Array.Empty<ReplyBlock>(),
        ];
    }

    private static string Said(IReadOnlyList<Row> rows, string helpful, string unhelpful) => Said(rows, [helpful], [unhelpful]);

    private static string Said(IReadOnlyList<Row> rows, string[] helpful, string[] unhelpful) =>
        $"helpful {Number(rows, helpful)}, not helpful {Number(rows, unhelpful)}";

    private static string Number(IReadOnlyList<Row> rows, params string[] kinds) => rows.Where(row => kinds.Contains(row.Kind)).Sum(row => row.Times) switch
    {
        0 => "none",
        < FewestShown => "fewer than three",
        var times => times.ToString("N0", CultureInfo.InvariantCulture),
    };

    private sealed record Row
    {
        public string Reading { get; init; } = "";

        public string Kind { get; init; } = "";

        public long Times { get; init; }
    }
}
