using Bot.Library.Readings;
using Lucene.Net.Search;

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

    /// <summary>BM25 over its words and concepts; above 0, comparable within one query only.</summary>
    public double Score { get; }

    internal IndexedParagraph Indexed { get; }
}

/// <summary>First stage of every search: the paragraphs that share most with a query.</summary>
public static class ParagraphSearch
{
    // Concepts add to the words themselves, and may not outweigh them.
    private const float ConceptBoost = 0.4f;

    /// <summary>Ranks the paragraphs that share a word or concept with a query.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    /// <returns>The best first.</returns>
    public static IReadOnlyList<RankedParagraph> Search(
        ReadingIndex index, SearchQuery query, int count, Func<Reading, Paragraph, bool>? accepts = null)
    {
        if (query.Units.Count == 0 || index.ParagraphCount == 0)
        {
            return [];
        }

        // Filtering afterwards keeps the first stage plain; a filter drops a known few, for which twice the count leaves room.
        var hits = index.Searcher.Search(ToLucene(query), accepts is null ? count : (count * 2) + 50);
        return hits.ScoreDocs
            .Select(hit => (Indexed: index.ParagraphOf(hit.Doc), hit.Score))
            .Where(hit => accepts?.Invoke(hit.Indexed.Owner.Reading, hit.Indexed.Paragraph) ?? true)
            .Take(count)
            .Select(hit => new RankedParagraph(hit.Indexed, hit.Score))
            .ToList();
    }

    private static BooleanQuery ToLucene(SearchQuery query)
    {
        var lucene = new BooleanQuery();
        foreach (var term in query.Units.SelectMany(unit => unit.Terms).DistinctBy(term => term.Value).Take(BooleanQuery.MaxClauseCount))
        {
            lucene.Add(new TermQuery(term.InIndex) { Boost = Boost(term) }, Occur.SHOULD);
        }

        return lucene;
    }

    private static float Boost(QueryTerm term) => term.IsConcept ? ConceptBoost * (float)term.Weight : (float)Math.Max(term.Weight, 0.5);
}
