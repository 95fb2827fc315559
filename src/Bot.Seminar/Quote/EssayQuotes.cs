using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>The quotes of an essay: what is in quotation marks and is long enough to be more than a term or a title.</summary>
internal static partial class EssayQuotes
{
    private const int MinQuotes = 2;
    private const int MinWords = 3;

    // With fewer words around them the quotes are what somebody wants to have checked, and no essay.
    private const int MinWordsAround = 5;

    /// <summary>The quotes in the order in which they stand; none where the text is no essay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="finding">The result of checking it as one quote. A passage that has quotes in it is a quote itself.</param>
    public static IReadOnlyList<TypedQuote> In(string text, QuoteFinding finding)
    {
        var known = finding.Parts.Sum(part => part.Spans.Sum(span => TypedQuote.Parse(part.Paragraph.Text[span.Start..span.End]).Words.Count));
        if (finding.Verdict is QuoteVerdict.Verbatim or QuoteVerdict.Altered || TypedQuote.Parse(text).Words.Count - known < MinWordsAround)
        {
            return [];
        }

        var quotes = QuotesIn(text, Quoted()).ToList();
        var around = TypedQuote.Parse(Quoted().Replace(text, " ")).Words.Count;
        return quotes.Count >= MinQuotes && around >= MinWordsAround ? quotes : [];
    }

    /// <summary>The quotes of a file, in the order in which they stand.</summary>
    public static IReadOnlyList<EssayQuote> In(Reading essay) =>
        Of(essay, Quoted()) is { Count: > 0 } quotes ? quotes : Of(essay, QuotedSingly());

    private static List<EssayQuote> Of(Reading essay, Regex marks) =>
    [
        .. essay.Paragraphs.SelectMany(paragraph => QuotesIn(paragraph.Text, marks).Select(quote => new EssayQuote(paragraph.Number, quote)
        {
            IsInNotes = paragraph.Role == ParagraphRole.Reference,
        })),
    ];

    private static IEnumerable<TypedQuote> QuotesIn(string text, Regex marks) => marks.Matches(text)
        .Select(match => TypedQuote.Parse(match.Groups["words"].Value))
        .Where(quote => quote.Words.Count >= MinWords);

    // Single marks are left out: they are apostrophes as well.
    [GeneratedRegex("""
        "(?<words>[^"]+)"|“(?<words>[^“”]+)”|„(?<words>[^„“”]+)[“”]|«(?<words>[^«»]+)»|»(?<words>[^«»]+)«
        """)]
    private static partial Regex Quoted();

    // An essay without double marks may quote with single ones, as British ones do. The one that opens is no apostrophe; nor is what ends a
    // quote followed by a letter.
    [GeneratedRegex(@"(?<!\w)‘(?<words>[^‘]+?)’(?!\w)")]
    private static partial Regex QuotedSingly();
}

/// <summary>A quote of an essay.</summary>
/// <param name="Paragraph">The number of its paragraph in the essay.</param>
/// <param name="Quote">The quote.</param>
internal readonly record struct EssayQuote(int Paragraph, TypedQuote Quote)
{
    /// <summary>Whether it stands in a note or a list of sources, where titles have quotation marks too.</summary>
    public bool IsInNotes { get; init; }
}
