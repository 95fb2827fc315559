using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Library.Search;

/// <summary>Says a query in Lucene's terms.</summary>
internal static class LuceneQueries
{
    // Set on the development sets of docs/evaluation.md; all are small beside the words themselves, which weigh 1.
    private const float ConceptWeight = 0.1f;
    private const float PartOfPhraseWeight = 0.5f;
    private const float NearWeight = 0.2f;
    private const int NearWords = 4;

    // A query longer than this is a text of its own, whose pairs of neighbours say little more than its words.
    private const int LongestWithPairs = 40;

    /// <summary>Any of the words and concepts; neighbours in the query count more where they are near each other.</summary>
    public static BooleanQuery From(SearchQuery query)
    {
        var lucene = new BooleanQuery();
        foreach (var (term, weight) in Weights(query).Take(BooleanQuery.MaxClauseCount / 2))
        {
            lucene.Add(new TermQuery(term) { Boost = weight }, Occur.SHOULD);
        }

        if (query.Units.Count < LongestWithPairs)
        {
            foreach (var pair in Pairs(query))
            {
                lucene.Add(pair, Occur.SHOULD);
            }
        }

        return lucene;
    }

    private static Dictionary<Term, float> Weights(SearchQuery query)
    {
        var weights = new Dictionary<Term, float>();
        foreach (var unit in query.Units)
        {
            foreach (var term in unit.Terms)
            {
                var weight = term.IsConcept ? ConceptWeight * (float)term.Weight : Math.Max((float)term.Weight, PartOfPhraseWeight);
                weights[term.InIndex] = weights.GetValueOrDefault(term.InIndex) + (unit.Count * weight);
            }
        }

        return weights;
    }

    private static IEnumerable<PhraseQuery> Pairs(SearchQuery query)
    {
        var stems = query.Tokens.Where(token => !token.IsStopWord).Select(token => token.Term).ToList();
        foreach (var (first, second) in stems.Zip(stems.Skip(1)).Distinct().Where(pair => pair.First != pair.Second))
        {
            yield return new PhraseQuery
            {
                new Term(IndexStore.TextField, first),
                new Term(IndexStore.TextField, second),
            }.Near();
        }
    }

    private static PhraseQuery Near(this PhraseQuery phrase)
    {
        phrase.Slop = NearWords;
        phrase.Boost = NearWeight;
        return phrase;
    }
}
