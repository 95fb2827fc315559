using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Library.Search;

/// <summary>
/// Widens a query by the words that set its best paragraphs apart: pseudo-relevance feedback after the third relevance model
/// (Abdul-Jaleel and others, UMass at TREC 2004).
/// </summary>
internal static class RelevanceFeedback
{
    private const int Paragraphs = 10;
    private const int Words = 20;

    // The share of the new words in the widened query: enough to bring in what the question says otherwise, too little to drift.
    private const double Share = 0.08;

    // Added to each paragraph's length, so that a very short one does not decide alone.
    private const double LengthPrior = 20;

    public static BooleanQuery Widen(ReadingIndex index, SearchQuery query, BooleanQuery first)
    {
        var best = index.Searcher.Search(first, Paragraphs).ScoreDocs;
        if (best.Length == 0)
        {
            return first;
        }

        var words = Model(index, best)
            .OrderByDescending(word => word.Value * Rarity(index, word.Key))
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(Words)
            .ToList();
        var sum = words.Sum(word => word.Value);
        var weight = Share / (1 - Share) * query.Units.Sum(unit => unit.Count);
        var widened = new BooleanQuery();
        foreach (var clause in first.Clauses)
        {
            widened.Add(clause);
        }

        foreach (var (word, probability) in words)
        {
            widened.Add(new TermQuery(new Term(IndexStore.TextField, word)) { Boost = (float)(weight * probability / sum) }, Occur.SHOULD);
        }

        return widened;
    }

    private static Dictionary<string, double> Model(ReadingIndex index, ScoreDoc[] best)
    {
        var model = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var hit in best)
        {
            var stems = index.ParagraphOf(hit.Doc).Sentences.SelectMany(sentence => sentence.Stems).ToList();
            foreach (var stem in stems)
            {
                model[stem] = model.GetValueOrDefault(stem) + (hit.Score / (stems.Count + LengthPrior));
            }
        }

        return model;
    }

    private static double Rarity(ReadingIndex index, string stem) => Math.Log(1 + (index.ParagraphCount / (1.0 + index.DocumentFrequency(stem))));
}
