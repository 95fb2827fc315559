using Bot.Chat;
using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>The result of comparing a quote with the readings.</summary>
internal enum QuoteVerdict
{
    /// <summary>The readings have it word for word.</summary>
    Verbatim,

    /// <summary>One place has it with words or signs changed.</summary>
    Altered,

    /// <summary>It is put together from several places without saying so.</summary>
    Stitched,

    /// <summary>The readings do not have it.</summary>
    NotFound,
}

/// <summary>What a quote and a set of readings have to do with each other.</summary>
/// <param name="Verdict">The result of the comparison.</param>
/// <param name="Parts">Where its words stand, in the order typed; none where nothing was found.</param>
internal sealed record QuoteFinding(QuoteVerdict Verdict, IReadOnlyList<QuotePart> Parts)
{
    /// <summary>Nothing like it in the readings.</summary>
    public static QuoteFinding Nothing { get; } = new(QuoteVerdict.NotFound, []);

    /// <summary>Further places that have it just as well. Verbatim quotes only.</summary>
    public IReadOnlyList<QuotePart> AlsoAt { get; init; } = [];

    /// <summary>At how many places the words stand; 1 unless the verdict is verbatim.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>Whether each part goes on where the one before ends: a quote that runs over the end of a paragraph.</summary>
    public bool RunsOn { get; init; }

    /// <summary>The sentence that has most of the words; only where nothing was found.</summary>
    public QuotePart? Nearest { get; init; }

    /// <summary>Every difference, in order.</summary>
    public IEnumerable<WordDifference> Differences => Parts.SelectMany(part => part.Differences);
}

/// <summary>The words of a quote that stand in one paragraph.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Spans">What of the paragraph's text is quoted, in order; more than one where an ellipsis stands between.</param>
internal sealed record QuotePart(Reading Reading, Paragraph Paragraph, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>How the typed words differ from the paragraph's.</summary>
    public IReadOnlyList<WordDifference> Differences { get; init; } = [];

    /// <summary>What the quote leaves out where it has an ellipsis.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>A word such as “not” that an ellipsis takes out of a sentence that is quoted; null where none does.</summary>
    public string? HiddenNegation { get; init; }
}
