using System.Text.RegularExpressions;

namespace Bot.Seminar.Quote;

/// <summary>The quotes of an essay: what is in quotation marks and is long enough to be more than a term or a title.</summary>
internal static partial class EssayQuotes
{
    private const int FewestQuotes = 2;
    private const int FewestWords = 3;

    // With fewer words around them the quotes are what somebody wants to have checked, and no essay.
    private const int FewestWordsAround = 5;

    /// <summary>The quotes in the order in which they stand; none where the text is no essay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="finding">The result of checking it as one quote. A passage that has quotes in it is a quote itself.</param>
    public static IReadOnlyList<TypedQuote> In(string text, QuoteFinding finding)
    {
        var known = finding.Parts.Sum(part => part.Spans.Sum(span => TypedQuote.Parse(part.Paragraph.Text[span.Start..span.End]).Words.Count));
        if (finding.Verdict is QuoteVerdict.Verbatim or QuoteVerdict.Altered || TypedQuote.Parse(text).Words.Count - known < FewestWordsAround)
        {
            return [];
        }

        var quotes = Quoted().Matches(text)
            .Select(match => TypedQuote.Parse(match.Groups["words"].Value))
            .Where(quote => quote.Words.Count >= FewestWords)
            .ToList();
        var around = TypedQuote.Parse(Quoted().Replace(text, " ")).Words.Count;
        return quotes.Count >= FewestQuotes && around >= FewestWordsAround ? quotes : [];
    }

    // Single marks are left out: they are apostrophes as well.
    [GeneratedRegex("""
        "(?<words>[^"]+)"|“(?<words>[^“”]+)”|„(?<words>[^„“”]+)[“”]|«(?<words>[^«»]+)»|»(?<words>[^«»]+)«
        """)]
    private static partial Regex Quoted();
}
