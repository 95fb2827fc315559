using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>The quotes of an essay: text in quotation marks that is longer than a term or a title.</summary>
internal static partial class EssayQuotes
{
    private const int MinQuotes = 2;
    private const int MinWords = 3;

    // With fewer words around them, the text is one quote to check and not an essay.
    private const int MinWordsAround = 5;

    /// <summary>The quotes in order; empty if the text is not an essay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="finding">The result of checking it as one quote: a passage of a reading can contain quotes itself.</param>
    public static IReadOnlyList<TypedQuote> Find(string text, QuoteFinding finding)
    {
        var known = finding.Parts.Sum(part => part.Spans.Sum(span => TypedQuote.Parse(part.Paragraph.Text[span.Start..span.End]).Words.Count));
        if (finding.Verdict is QuoteVerdict.Verbatim or QuoteVerdict.Altered || TypedQuote.Parse(text).Words.Count - known < MinWordsAround)
        {
            return [];
        }

        var quotes = FindQuotes(text, Quoted).ToList();
        var around = TypedQuote.Parse(Quoted.Replace(text, " ")).Words.Count;
        return quotes.Count >= MinQuotes && around >= MinWordsAround ? quotes : [];
    }

    /// <summary>The quotes of a file, in order.</summary>
    public static IReadOnlyList<EssayQuote> Find(Reading essay) =>
        Of(essay, Quoted) is { Count: > 0 } quotes ? quotes : Of(essay, QuotedSingly);

    private static List<EssayQuote> Of(Reading essay, Regex marks) =>
    [
        .. essay.Paragraphs.SelectMany(paragraph => FindQuotes(paragraph.Text, marks).Select(quote => new EssayQuote(paragraph.Number, quote)
        {
            IsInNotes = paragraph.Role == ParagraphRole.Reference,
        })),
    ];

    private static IEnumerable<TypedQuote> FindQuotes(string text, Regex marks) => marks.Matches(text)
        .Select(match => TypedQuote.Parse(match.Groups["words"].Value))
        .Where(quote => quote.Words.Count >= MinWords);

    // Single marks are left out, because they are also apostrophes.
    [GeneratedRegex("""
        "(?<words>[^"]+)"|“(?<words>[^“”]+)”|„(?<words>[^„“”]+)[“”]|«(?<words>[^«»]+)»|»(?<words>[^«»]+)«
        """)]
    private static partial Regex Quoted { get; }

    // An essay without double marks can quote with single ones, as in British English. An opening mark is not an apostrophe, and a closing one is not
    // followed by a letter.
    [GeneratedRegex(@"(?<!\w)‘(?<words>[^‘]+?)’(?!\w)")]
    private static partial Regex QuotedSingly { get; }
}

/// <summary>A quote of an essay.</summary>
/// <param name="Paragraph">The number of its paragraph in the essay.</param>
/// <param name="Quote">The quote.</param>
internal readonly record struct EssayQuote(int Paragraph, TypedQuote Quote)
{
    /// <summary>Whether it is in a note or a list of sources, where titles have quotation marks too.</summary>
    public bool IsInNotes { get; init; }
}
