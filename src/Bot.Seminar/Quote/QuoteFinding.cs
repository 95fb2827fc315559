using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>The result of comparing a quote with the readings.</summary>
internal enum QuoteVerdict
{
    /// <summary>The readings contain it word for word.</summary>
    Verbatim,

    /// <summary>One place contains it with changed words or signs.</summary>
    Altered,

    /// <summary>It joins several places without an ellipsis.</summary>
    Stitched,

    /// <summary>The readings do not contain it.</summary>
    NotFound,
}

/// <summary>The details of comparing a quote with the readings.</summary>
/// <param name="Verdict">The result of the comparison.</param>
/// <param name="Parts">The places of its words, in typed order; empty if nothing was found.</param>
internal sealed record QuoteFinding(QuoteVerdict Verdict, IReadOnlyList<QuotePart> Parts)
{
    /// <summary>The readings contain nothing like it.</summary>
    public static QuoteFinding Nothing { get; } = new(QuoteVerdict.NotFound, []);

    /// <summary>Further places that contain it; only for verbatim quotes.</summary>
    public IReadOnlyList<QuotePart> AlsoAt { get; init; } = [];

    /// <summary>The number of places with the words; 1 unless the verdict is verbatim.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>Whether each part continues directly after the one before: a quote that extends over the end of a paragraph.</summary>
    public bool RunsOn { get; init; }

    /// <summary>The sentence with most of the words; only if nothing was found.</summary>
    public QuotePart? Nearest { get; init; }

    /// <summary>Every difference, in order.</summary>
    public IEnumerable<WordDifference> Differences => Parts.SelectMany(part => part.Differences);
}

/// <summary>The words of a quote that are in one paragraph.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Spans">The quoted parts of the paragraph's text, in order; several if there is an ellipsis.</param>
internal sealed record QuotePart(Reading Reading, Paragraph Paragraph, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>How the typed words differ from the paragraph's.</summary>
    public IReadOnlyList<WordDifference> Differences { get; init; } = [];

    /// <summary>The texts that the quote's ellipses leave out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>A word such as “not” that an ellipsis removes from a quoted sentence; null if there is none.</summary>
    public string? HiddenNegation { get; init; }
}
