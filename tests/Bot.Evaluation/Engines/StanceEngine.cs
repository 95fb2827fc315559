using Bot.Evaluation.Product;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Engines;

/// <summary>
/// An engine for claims that reranks the best documents with the product's stance network, by a sum of both scores with the shipped weights. Of a long
/// query the network reads the beginning.
/// </summary>
internal sealed class StanceEngine(IRankingEngine inner) : IRankingEngine
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken) =>
        inner.IndexAsync(corpus.Select(Remember), cancellationToken);

    public async Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken)
    {
        var weights = ProductModels.Ranking.Claim;
        var ranked = await inner.RankAsync(query, count, accepts, cancellationToken);
        var best = ranked.Take(weights.SecondStageSentences).ToList();
        if (await ProductModels.KeptSecondStage.JudgeStancesAsync(query, [.. best.Select(document => texts[document.Id])], cancellationToken) is not { } stances)
        {
            return ranked;
        }

        // A document is its own window.
        var weight = weights.SecondStage.GetValueOrDefault(RankingFeature.SentenceOppose) + weights.SecondStage.GetValueOrDefault(RankingFeature.WindowOppose);
        return
        [
            .. best.Zip(stances, (document, stance) => document with { Score = document.Score + (weight * stance.OpposeOdds) })
                .OrderByDescending(document => document.Score),
            .. ranked.Skip(best.Count),
        ];
    }

    public void Dispose() => inner.Dispose();

    private CorpusDocument Remember(CorpusDocument document)
    {
        texts[document.Id] = document.TitleAndText;
        return document;
    }
}
