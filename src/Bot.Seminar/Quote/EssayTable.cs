using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Chat.Languages;

namespace Bot.Seminar.Quote;

/// <summary>The reply for a whole essay, sorted by result: problems first.</summary>
internal static class EssayTable
{
    private const int MaxQuotes = 300;
    private const int MaxShown = 25;
    private const int MaxShownLength = 80;
    private const string Columns = "paragraph,quote,result,reading,place,difference";

    private static readonly (QuoteVerdict? Verdict, Func<string> Heading)[] Groups =
    [
        (QuoteVerdict.NotFound, () => QuoteTexts.HeadingNotFound),
        (QuoteVerdict.Altered, () => QuoteTexts.HeadingAltered),
        (QuoteVerdict.Stitched, () => QuoteTexts.HeadingStitched),
        (null, () => QuoteTexts.HeadingNotLookedAt),
        (QuoteVerdict.Verbatim, () => QuoteTexts.HeadingVerbatim),
    ];

    /// <summary>The reply.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="quotes">Its quotes, in order.</param>
    /// <param name="check">Checks a quote; null if there is no time left.</param>
    public static ChatReply Of(string file, IReadOnlyList<EssayQuote> quotes, Func<TypedQuote, QuoteFinding?> check)
    {
        var inText = quotes.Where(quote => !quote.IsInNotes).ToList();
        if (inText.Count == 0)
        {
            return ChatReply.Answer(new TextBlock($"{QuoteTexts.FormatNoQuotesInFile(file)}{CountLeftOut(quotes.Count)}"));
        }

        var rows = inText.Select((quote, i) => new Row(quote, i < MaxQuotes ? check(quote.Quote) : null)).ToList();
        return ChatReply.Answer([
            new TextBlock($"{CountQuotes(file, rows)}{CountLeftOut(quotes.Count - rows.Count)}"),
            .. ShowRows(rows),
            .. rows.Count > MaxShown ? [TableOf(rows)] : (ReplyBlock[])[],
            new TextBlock(QuoteTexts.CheckOneAlone),
        ]);
    }

    private static string CountQuotes(string file, IReadOnlyList<Row> rows)
    {
        var summary = EssayReply.Summarize([.. rows.Select(row => row.Finding)], rows.Count);
        return rows.Count == 1 ? QuoteTexts.FormatOneQuoteInFile(file, summary) : QuoteTexts.FormatQuotesInFile(Count.Of(rows.Count), file, summary);
    }

    private static string CountLeftOut(int inNotes) => inNotes == 0 ? "" : $" {Count.Of(inNotes, QuoteTexts.OneInNotes, QuoteTexts.FormatInNotes)}";

    private static IEnumerable<ReplyBlock> ShowRows(IReadOnlyList<Row> rows)
    {
        var room = MaxShown;
        foreach (var (verdict, heading) in Groups)
        {
            var here = rows.Where(row => row.Finding?.Verdict == verdict).ToList();
            if (here.Count > 0 && room > 0)
            {
                yield return new HeadingBlock(heading());
                IEnumerable<string> more = here.Count > room ? [QuoteTexts.FormatAndMore(here.Count - room)] : [];
                yield return new ListBlock([.. here.Take(room).Select(WriteLine), .. more]);
                room -= here.Count;
            }
        }
    }

    private static string WriteLine(Row row)
    {
        var (place, quote, finding) = ($"¶{row.Essay.Paragraph}", Wording.Quote(ShortText.Of(ReadWords(row), MaxShownLength)), row.Finding);
        return finding switch
        {
            { Verdict: QuoteVerdict.Verbatim } => QuoteTexts.FormatLineFound(place, quote, QuoteReply.Place(finding.Parts[0])),
            { Verdict: QuoteVerdict.Altered } =>
                QuoteTexts.FormatLineAltered(place, quote, QuoteReply.Place(finding.Parts[0]), EssayReply.Changes(finding)),
            { Verdict: QuoteVerdict.Stitched } => QuoteTexts.FormatLineFound(place, quote, Wording.JoinWithAnd([.. finding.Parts.Select(QuoteReply.Place)])),
            _ => QuoteTexts.FormatLineAlone(place, quote),
        };
    }

    // The file is the same in each language, because programs can read it too.
    private static FileBlock TableOf(IEnumerable<Row> rows)
    {
        var spoken = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = ReplyLanguages.English;
        try
        {
            return new FileBlock("quotes.csv", FileBlock.Table, string.Join('\n', rows.Select(WriteCells).Prepend(Columns)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = spoken;
        }
    }

    private static string WriteCells(Row row)
    {
        var part = row.Finding?.Parts is [var first, ..] ? first : null;
        return CsvLine.Of(
        [
            row.Essay.Paragraph.ToString(CultureInfo.InvariantCulture),
            ReadWords(row),
            Groups.First(group => group.Verdict == row.Finding?.Verdict).Heading().ToLowerInvariant(),
            part?.Reading.Id.Value ?? "",
            part is null ? "" : $"¶{part.Paragraph.Number}",
            row.Finding is { Verdict: QuoteVerdict.Altered } altered ? EssayReply.Changes(altered) : "",
        ]);
    }

    private static string ReadWords(Row row) => row.Essay.Quote.Text.ReplaceLineEndings(" ");

    private sealed record Row(EssayQuote Essay, QuoteFinding? Finding);
}
