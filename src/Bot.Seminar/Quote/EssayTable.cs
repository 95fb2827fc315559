using System.Globalization;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Quote;

/// <summary>The result of checking the quotes of a file, by what came of them: first what needs a look.</summary>
internal static class EssayTable
{
    private const int MostQuotes = 300;
    private const int MostShown = 25;
    private const int LongestShown = 80;
    private const string Columns = "paragraph,quote,result,reading,place,difference";

    private static readonly (QuoteVerdict? Verdict, string Heading)[] Groups =
    [
        (QuoteVerdict.NotFound, "Not found"),
        (QuoteVerdict.Altered, "Altered"),
        (QuoteVerdict.Stitched, "Put together from several places"),
        (null, "Not looked at"),
        (QuoteVerdict.Verbatim, "Verbatim"),
    ];

    /// <summary>The reply.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="quotes">Its quotes, in order.</param>
    /// <param name="check">Looks for one; null where there is no time left.</param>
    public static ChatReply Of(string file, IReadOnlyList<EssayQuote> quotes, Func<TypedQuote, QuoteFinding?> check)
    {
        var inText = quotes.Where(quote => !quote.IsInNotes).ToList();
        if (inText.Count == 0)
        {
            return ChatReply.Answer(new TextBlock($"“{file}” has no quotes of three words or more in quotation marks.{LeftOut(quotes.Count)}"));
        }

        var rows = inText.Select((quote, i) => new Row(quote, i < MostQuotes ? check(quote.Quote) : null)).ToList();
        return ChatReply.Answer([
            new TextBlock($"{Count.Of(rows.Count, "quote")} in “{file}”: {EssayReply.Summary([.. rows.Select(row => row.Finding)], rows.Count)}.{LeftOut(quotes.Count - rows.Count)}"),
            .. Shown(rows),
            .. rows.Count > MostShown ? [TableOf(rows)] : (ReplyBlock[])[],
            new TextBlock("Check one alone to see its passage, and each change."),
        ]);
    }

    private static string LeftOut(int inNotes) =>
        inNotes == 0 ? "" : $" {Count.Of(inNotes, "more quote")} in notes and lists of sources {(inNotes == 1 ? "is" : "are")} not looked at.";

    private static IEnumerable<ReplyBlock> Shown(IReadOnlyList<Row> rows)
    {
        var room = MostShown;
        foreach (var (verdict, heading) in Groups)
        {
            var here = rows.Where(row => row.Finding?.Verdict == verdict).ToList();
            if (here.Count > 0 && room > 0)
            {
                yield return new HeadingBlock(heading);
                yield return new ListBlock([.. here.Take(room).Select(Line), .. here.Count > room ? [$"and {here.Count - room} more"] : Array.Empty<string>()]);
                room -= here.Count;
            }
        }
    }

    private static string Line(Row row) => $"¶{row.Essay.Paragraph}: “{ShortText.Of(Words(row), LongestShown)}”{Found(row.Finding)}";

    private static string Found(QuoteFinding? finding) => finding switch
    {
        { Verdict: QuoteVerdict.Verbatim } => $": {QuoteReply.Place(finding.Parts[0])}",
        { Verdict: QuoteVerdict.Altered } => $": {QuoteReply.Place(finding.Parts[0])}; {EssayReply.Changes(finding)}",
        { Verdict: QuoteVerdict.Stitched } => $": {string.Join(" and ", finding.Parts.Select(QuoteReply.Place))}",
        _ => "",
    };

    private static FileBlock TableOf(IEnumerable<Row> rows) => new("quotes.csv", FileBlock.Table, string.Join('\n', rows.Select(Cells).Prepend(Columns)));

    private static string Cells(Row row)
    {
        var part = row.Finding?.Parts is [var first, ..] ? first : null;
        return CsvLine.Of(
        [
            row.Essay.Paragraph.ToString(CultureInfo.InvariantCulture),
            Words(row),
            Groups.First(group => group.Verdict == row.Finding?.Verdict).Heading.ToLowerInvariant(),
            part?.Reading.Id.Value ?? "",
            part is null ? "" : $"¶{part.Paragraph.Number}",
            row.Finding is { Verdict: QuoteVerdict.Altered } altered ? EssayReply.Changes(altered) : "",
        ]);
    }

    private static string Words(Row row) => row.Essay.Quote.Text.ReplaceLineEndings(" ");

    private sealed record Row(EssayQuote Essay, QuoteFinding? Finding);
}
