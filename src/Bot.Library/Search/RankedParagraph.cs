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

    /// <summary>Above 0, at most about 2; comparable within one query only.</summary>
    public double Score { get; }

    /// <summary>
    /// How surely it is about the query: its BM25 score times the share of the query that its best sentences say. Not the order of the
    /// ranking, but comparable from one query to another.
    /// </summary>
    public double Strength { get; internal init; }

    internal IndexedParagraph Indexed { get; }
}
