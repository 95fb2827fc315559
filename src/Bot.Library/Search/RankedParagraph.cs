using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>A paragraph that holds words of a query.</summary>
public sealed record RankedParagraph
{
    internal RankedParagraph(IndexedParagraph indexed, double score)
    {
        Indexed = indexed;
        Score = score;
    }

    /// <summary>Its reading.</summary>
    public Reading Reading => Indexed.Owner.Reading;

    /// <summary>The paragraph.</summary>
    public Paragraph Paragraph => Indexed.Paragraph;

    /// <summary>Above 0, at most about 1.5; comparable within one query only.</summary>
    public double Score { get; }

    internal IndexedParagraph Indexed { get; }
}
