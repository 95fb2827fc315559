using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Quote;

/// <summary>The result of checking the quotes of a part of an essay, a line each.</summary>
internal static class EssayReply
{
    private const int MostQuotes = 25;
    private const int LongestShown = 80;

    /// <summary>The reply.</summary>
    /// <param name="quotes">The quotes, in order.</param>
    /// <param name="check">Looks for one; null where there is no time left.</param>
    public static ChatReply Of(IReadOnlyList<TypedQuote> quotes, Func<TypedQuote, QuoteFinding?> check)
    {
        var checkedQuotes = quotes.Take(MostQuotes).Select(quote => (Quote: quote, Finding: check(quote))).ToList();
        var lines = checkedQuotes.Select(one => $"“{ShortText.Of(one.Quote.Text.ReplaceLineEndings(" "), LongestShown)}” — {Said(one.Finding)}");
        return ChatReply.Answer(
            new TextBlock($"{Count.Of(quotes.Count, "quote")} in that text: {Summary([.. checkedQuotes.Select(one => one.Finding)], quotes.Count)}."),
            new ListBlock([.. lines]),
            new TextBlock("Check one alone to see its passage, and each change."));
    }

    /// <summary>How many there are of each kind.</summary>
    public static string Summary(IReadOnlyList<QuoteFinding?> findings, int all)
    {
        var parts = new[]
        {
            (Number: Verdicts(QuoteVerdict.Verbatim), What: "verbatim"),
            (Number: Verdicts(QuoteVerdict.Altered), What: "altered"),
            (Number: Verdicts(QuoteVerdict.Stitched), What: "put together from several places"),
            (Number: Verdicts(QuoteVerdict.NotFound), What: "not found"),
            (Number: all - findings.Count(finding => finding is not null), What: "not looked at"),
        };
        return string.Join(", ", parts.Where(part => part.Number > 0).Select(part => $"{part.Number} {part.What}"));

        int Verdicts(QuoteVerdict verdict) => findings.Count(finding => finding?.Verdict == verdict);
    }

    private static string Said(QuoteFinding? finding) => finding switch
    {
        null => "not looked at: my time was over",
        { Verdict: QuoteVerdict.Verbatim } => $"verbatim: {QuoteReply.Place(finding.Parts[0])}",
        { Verdict: QuoteVerdict.Altered } => $"altered: {QuoteReply.Place(finding.Parts[0])}; {Changes(finding)}",
        { Verdict: QuoteVerdict.Stitched } => $"put together from {string.Join(" and ", finding.Parts.Select(QuoteReply.Place))}",
        _ => "not found",
    };

    /// <summary>The first change of a quote that is altered, and how many more there are.</summary>
    public static string Changes(QuoteFinding finding) => finding.Differences.ToList() switch
    {
        [] => $"your ellipsis takes out “{finding.Parts.First(part => part.HiddenNegation is not null).HiddenNegation}”",
        [var only] => QuoteReply.Change(only),
        [var first, ..] more => $"{QuoteReply.Change(first)}, and {Count.Of(more.Count - 1, "more change")}",
    };
}
