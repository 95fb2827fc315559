using Bot.Chat.Languages;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>Counts the answers that helped in a channel and the questions without an answer, for <c>feedback</c> and the teacher's desk.</summary>
public sealed class ChannelFeedback
{
    // Smaller numbers could reveal who it was.
    private const int MinShown = 3;
    private const int MaxLines = 10;

    private readonly ChannelShelves shelves;
    private readonly Database database;
    private readonly TouchLog touches;
    private readonly FeedbackReasons reasons;

    internal ChannelFeedback(ChannelShelves shelves, Database database, TouchLog touches, FeedbackReasons reasons)
    {
        (this.shelves, this.database, this.touches, this.reasons) = (shelves, database, touches, reasons);
    }

    /// <summary>The current numbers of a channel.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<FeedbackNumbers> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        await touches.FlushAsync(cancellationToken);
        var key = ChannelKey.Of(channel);
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT reading, kind, CAST(sum(times) AS BIGINT) AS times FROM touches WHERE channel = @key AND paragraph = @WholeReading
                GROUP BY reading, kind
                """,
                new { key, TouchLog.WholeReading }),
            cancellationToken);
        return new FeedbackNumbers(
            [.. FeedbackButtons.Kinds.Select(command => Sum(command, rows, [command]))],
            [.. from reading in shelves.FindAll(channel).Readings
                let own = rows.Where(row => row.Reading == reading.Id.Value).ToList()
                where own.Count > 0
                select Sum(reading.Title, own, FeedbackButtons.Kinds)],
            await reasons.ReadLatestAsync(channel, FeedbackReasons.Reason, MaxLines, cancellationToken))
        {
            Questions = await reasons.ReadLatestAsync(channel, FeedbackReasons.Question, MaxLines, cancellationToken),
            HasNumbers = rows.Count > 0,
            AreReasonsKept = await reasons.AreKeptAsync(channel, cancellationToken),
        };
    }

    private static FeedbackRow Sum(string of, IReadOnlyList<Row> rows, IReadOnlyList<string> commands) => new(
        of,
        CountAnswers(rows, commands, TouchLog.Helpful),
        CountAnswers(rows, commands, TouchLog.Unhelpful),
        CountAnswers(rows, commands, TouchLog.Unanswered));

    private static string CountAnswers(IReadOnlyList<Row> rows, IReadOnlyList<string> commands, string what)
    {
        var kinds = commands.Select(command => TouchLog.NameKind(command, what)).ToList();
        return rows.Where(row => kinds.Contains(row.Kind)).Sum(row => row.Times) switch
        {
            0 => FeedbackTexts.None,
            < MinShown => FeedbackTexts.FewerThanThree,
            var times => Wording.FormatNumber(times),
        };
    }

    private sealed record Row
    {
        public string Reading { get; init; } = "";

        public string Kind { get; init; } = "";

        public long Times { get; init; }
    }
}

/// <summary>The feedback on the answers in a channel.</summary>
/// <param name="ByCommand">The numbers by command.</param>
/// <param name="ByReading">The numbers by the reading that was quoted first; only readings with feedback.</param>
/// <param name="Why">The latest reasons why an answer did not help, the newest first.</param>
public sealed record FeedbackNumbers(IReadOnlyList<FeedbackRow> ByCommand, IReadOnlyList<FeedbackRow> ByReading, IReadOnlyList<string> Why)
{
    /// <summary>The latest questions without an answer, the newest first; each once.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Whether anything was counted.</summary>
    public bool HasNumbers { get; init; }

    /// <summary>Whether the channel's teachers allow reasons and questions without an answer to be stored.</summary>
    public bool AreReasonsKept { get; init; }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => !HasNumbers && Why.Count == 0 && Questions.Count == 0;
}

/// <summary>Numbers in words, in the current language: <c>none</c>, <c>fewer than three</c>, <c>12</c>.</summary>
/// <param name="Of">The command or the reading.</param>
/// <param name="Helpful">How many answers helped.</param>
/// <param name="Unhelpful">How many answers did not help.</param>
/// <param name="Unanswered">How many questions had no answer.</param>
public sealed record FeedbackRow(string Of, string Helpful, string Unhelpful, string Unanswered);
