using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>Shows which paragraphs a channel has asked about, quoted, opened and debated, and which not.</summary>
internal sealed class CoverageCommand(Database database, TouchLog touches) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("coverage", "Shows which paragraphs were asked about, cited, debated, or never touched here.")
    {
        Options = [new OptionInfo("reading", "This reading only.") { Kind = OptionKind.Reading }],
        Examples = ["coverage", "coverage reading:case-for-pressure"],
        Details = "Only numbers of paragraphs: not who asked or what.",
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
                SELECT DISTINCT reading, paragraph, kind FROM touches WHERE channel = @key AND paragraph > 0
                UNION SELECT DISTINCT reading, paragraph, 'debated' AS kind FROM debates WHERE channel = @key AND outcome = 'posted' AND paragraph > 0
                """,
                new { key }),
            cancellationToken);
        var readings = request.Shelf.Readings.Where(reading => request.Option("reading") is not { } id || reading.Id.Value == id);
        return ChatReply.Answer([.. readings.SelectMany(reading => Describe(reading, [.. rows.Where(row => row.Reading == reading.Id.Value)]))]);
    }

    private static IEnumerable<ReplyBlock> Describe(Reading reading, List<Row> rows)
    {
        var body = reading.Paragraphs.Where(paragraph => paragraph.Role == ParagraphRole.Body).Select(paragraph => paragraph.Number).ToList();
        var touched = rows.Select(row => (int)row.Paragraph).ToHashSet();
        yield return new HeadingBlock(reading.Title);
        yield return new ListBlock(
        [
            CoverageTexts.FormatAsked(CountPlaces(rows, TouchLog.Asked)),
            CoverageTexts.FormatCited(CountPlaces(rows, TouchLog.Cited)),
            CoverageTexts.FormatOpened(CountPlaces(rows, TouchLog.Opened)),
            CoverageTexts.FormatDebated(CountPlaces(rows, "debated")),
            CoverageTexts.FormatUntouched(Count.Paragraphs(body.Count), WriteRanges([.. body.Where(number => !touched.Contains(number))])),
        ]);
    }

    private static string CountPlaces(List<Row> rows, string kind) =>
        WriteRanges([.. rows.Where(row => row.Kind == kind).Select(row => (int)row.Paragraph).Order()]);

    // ¶2–5, ¶9
    private static string WriteRanges(List<int> numbers)
    {
        var ranges = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            ranges.Add(last == i ? $"¶{WriteDigits(numbers[i])}" : $"¶{WriteDigits(numbers[i])}–{WriteDigits(numbers[last])}");
            i = last + 1;
        }

        return ranges.Count > 0 ? string.Join(", ", ranges) : CoverageTexts.None;
    }

    private static string WriteDigits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public string Reading { get; init; } = "";

        public long Paragraph { get; init; }

        public string Kind { get; init; } = "";
    }
}
