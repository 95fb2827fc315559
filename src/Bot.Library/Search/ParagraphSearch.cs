using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>First stage of every search: the paragraphs that share most with a query.</summary>
public static class ParagraphSearch
{
    // What the best sentences and the reading's title add to the paragraph's own score, which is 1 for the best paragraph. A paragraph
    // that says it all in one place beats one that scatters the words. Set on the development sets of docs/evaluation.md.
    private const double SentenceWeight = 0.8;
    private const double PairWeight = 0.9;
    private const double TitleWeight = 0.3;

    /// <summary>Ranks the paragraphs that share a word or concept with a query.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="count">How many to return at most; at least 1.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    /// <returns>The best first.</returns>
    public static IReadOnlyList<RankedParagraph> Search(
        ReadingIndex index, SearchQuery query, int count, Func<Reading, Paragraph, bool>? accepts = null)
    {
        if (query.Units.Count == 0 || index.ParagraphCount == 0)
        {
            return [];
        }

        var hits = Hits(index, query, count, accepts);
        if (hits.Count == 0)
        {
            return [];
        }

        var scorer = new QueryScorer(index, query);
        var best = hits[0].Score;
        return hits
            .Select(hit => Rank(hit.Paragraph, hit.Score, best, scorer))
            .OrderByDescending(ranked => ranked.Score)
            .ToList();
    }

    private static List<(IndexedParagraph Paragraph, float Score)> Hits(
        ReadingIndex index, SearchQuery query, int count, Func<Reading, Paragraph, bool>? accepts)
    {
        var lucene = RelevanceFeedback.Widen(index, query, LuceneQueries.From(query));
        for (var wanted = count; ; wanted = Math.Min(wanted * 8, index.ParagraphCount))
        {
            var found = index.Searcher.Search(lucene, wanted).ScoreDocs;
            var accepted = found
                .Select(hit => (Paragraph: index.ParagraphOf(hit.Doc), hit.Score))
                .Where(hit => accepts?.Invoke(hit.Paragraph.Owner.Reading, hit.Paragraph.Paragraph) ?? true)
                .Take(count)
                .ToList();
            if (accepted.Count == count || found.Length < wanted || wanted >= index.ParagraphCount)
            {
                return accepted;
            }
        }
    }

    private static RankedParagraph Rank(IndexedParagraph paragraph, float score, float best, QueryScorer scorer)
    {
        var said = BestSentences(paragraph, scorer);
        var title = scorer.Coverage(scorer.Match(paragraph.Owner.Title));
        return new RankedParagraph(paragraph, (score / best) + (SentenceWeight * said) + (TitleWeight * title)) { Strength = score * said };
    }

    private static double BestSentences(IndexedParagraph paragraph, QueryScorer scorer)
    {
        var best = 0.0;
        double[]? previous = null;
        foreach (var sentence in paragraph.Sentences)
        {
            var match = scorer.Match(sentence);
            best = Math.Max(best, scorer.Coverage(match));
            if (previous is not null)
            {
                best = Math.Max(best, PairWeight * scorer.Coverage(QueryScorer.Either(previous, match)));
            }

            previous = match;
        }

        return best;
    }
}
