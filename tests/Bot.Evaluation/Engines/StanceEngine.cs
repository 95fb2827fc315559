using Bot.Evaluation.Product;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Engines;

/// <summary>
/// An engine for claims that reranks the best documents with the product's stance network, by a sum of both scores with the shipped weights. Of each
/// document the network reads up to three windows of three sentences, from the start, and their log odds are averaged.
/// </summary>
internal sealed class StanceEngine(IRankingEngine inner) : IRankingEngine
{
    private const int WindowSentences = 3;
    private const int MaxWindows = 3;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken) =>
        inner.IndexAsync(corpus.Select(Remember), cancellationToken);

    public async Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken)
    {
        var weights = ProductModels.Ranking.Claim;
        var ranked = await inner.RankAsync(query, count, accepts, cancellationToken);
        var best = ranked.Take(weights.SecondStageSentences).ToList();
        List<string[]> windows = [.. best.Select(document => WindowsOf(texts[document.Id]))];
        if (await ProductModels.KeptSecondStage.JudgeStancesAsync(query, [.. windows.SelectMany(window => window)], cancellationToken) is not { } stances)
        {
            return ranked;
        }

        var (odds, next) = (new List<double>(), 0);
        foreach (var ofDocument in windows)
        {
            odds.Add(stances.Skip(next).Take(ofDocument.Length).Average(stance => stance.OpposeOdds));
            next += ofDocument.Length;
        }

        var weight = weights.SecondStage.GetValueOrDefault(RankingFeature.SentenceOppose) + weights.SecondStage.GetValueOrDefault(RankingFeature.WindowOppose);
        return
        [
            .. best.Zip(odds, (document, oppose) => document with { Score = document.Score + (weight * oppose) })
                .OrderByDescending(document => document.Score),
            .. ranked.Skip(best.Count),
        ];
    }

    public void Dispose() => inner.Dispose();

    private static string[] WindowsOf(string text)
    {
        var paragraph = InMemoryReading.Create("document", "", [text]).Paragraphs[0];
        var sentences = paragraph.Sentences.Count;
        return sentences == 0
            ? [text]
            : [.. Enumerable.Range(1, sentences).Chunk(WindowSentences).Take(MaxWindows).Select(window => paragraph.Quote(window[0], window[^1]))];
    }

    private CorpusDocument Remember(CorpusDocument document)
    {
        texts[document.Id] = document.TitleAndText;
        return document;
    }
}
