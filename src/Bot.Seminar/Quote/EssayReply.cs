using Bot.Chat.Delivery;
using Bot.Chat.Languages;

namespace Bot.Seminar.Quote;

/// <summary>The reply for a part of an essay, with one line for each quote.</summary>
internal static class EssayReply
{
    private const int MaxQuotes = 25;
    private const int MaxShownLength = 80;

    /// <summary>The reply.</summary>
    /// <param name="quotes">The quotes, in order.</param>
    /// <param name="check">Checks a quote; null if there is no time left.</param>
    public static ChatReply Of(IReadOnlyList<TypedQuote> quotes, Func<TypedQuote, QuoteFinding?> check)
    {
        var checkedQuotes = quotes.Take(MaxQuotes).Select(quote => (Quote: quote, Finding: check(quote))).ToList();
        var lines = checkedQuotes.Select(one => $"{Wording.Quote(ShortText.Of(one.Quote.Text.ReplaceLineEndings(" "), MaxShownLength))} — {DescribeFinding(one.Finding)}");
        var summary = Summarize([.. checkedQuotes.Select(one => one.Finding)], quotes.Count);
        return ChatReply.Answer(
            new TextBlock(quotes.Count == 1 ? QuoteTexts.FormatOneQuoteInText(summary) : QuoteTexts.FormatQuotesInText(Count.Of(quotes.Count), summary)),
            new ListBlock([.. lines]),
            new TextBlock(QuoteTexts.CheckOneAlone));
    }

    /// <summary>The number of quotes of each kind.</summary>
    public static string Summarize(IReadOnlyList<QuoteFinding?> findings, int all)
    {
        var parts = new[]
        {
            (Number: Verdicts(QuoteVerdict.Verbatim), Say: QuoteTexts.FormatCountVerbatim),
            (Number: Verdicts(QuoteVerdict.Altered), Say: QuoteTexts.FormatCountAltered),
            (Number: Verdicts(QuoteVerdict.Stitched), Say: QuoteTexts.FormatCountStitched),
            (Number: Verdicts(QuoteVerdict.NotFound), Say: QuoteTexts.FormatCountNotFound),
            (Number: all - findings.Count(finding => finding is not null), Say: (Func<object?, string>)QuoteTexts.FormatCountNotLookedAt),
        };
        return string.Join(", ", parts.Where(part => part.Number > 0).Select(part => part.Say(part.Number)));

        int Verdicts(QuoteVerdict verdict) => findings.Count(finding => finding?.Verdict == verdict);
    }

    private static string DescribeFinding(QuoteFinding? finding) => finding switch
    {
        null => QuoteTexts.SaidNotLookedAt,
        { Verdict: QuoteVerdict.Verbatim } => QuoteTexts.FormatSaidVerbatim(QuoteReply.Place(finding.Parts[0])),
        { Verdict: QuoteVerdict.Altered } => QuoteTexts.FormatSaidAltered(QuoteReply.Place(finding.Parts[0]), Changes(finding)),
        { Verdict: QuoteVerdict.Stitched } => QuoteTexts.FormatSaidStitched(Wording.JoinWithAnd([.. finding.Parts.Select(QuoteReply.Place)])),
        _ => QuoteTexts.SaidNotFound,
    };

    /// <summary>The first change of a quote that is altered, and the number of others.</summary>
    public static string Changes(QuoteFinding finding) => finding.Differences.ToList() switch
    {
        [] => QuoteTexts.FormatEllipsisTakesOut(finding.Parts.First(part => part.HiddenNegation is not null).HiddenNegation),
        [var only] => QuoteReply.Change(only),
        [var first, _] => QuoteTexts.FormatAndOneMoreChange(QuoteReply.Change(first)),
        [var first, ..] all => QuoteTexts.FormatAndMoreChanges(QuoteReply.Change(first), Count.Of(all.Count - 1)),
    };
}
