using Bot.Evaluation.Engines;
using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Beir;

/// <summary>Runs one engine over one collection.</summary>
internal static class BeirRun
{
    private const int Depth = 100;
    private const int WarmUpDocuments = 200;
    private const int WarmUpQueries = 100;

    /// <summary>Indexes the corpus, ranks every query, and measures both.</summary>
    /// <param name="folder">The collection.</param>
    /// <param name="choice">The engine, created inside the measurement.</param>
    /// <param name="onRanking">Receives each query's ranking; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the run between two queries.</param>
    public static async Task<BeirFigures> MeasureAsync(
        BeirFolder folder,
        EngineChoice choice,
        Action<BeirQuery, IReadOnlyList<RankedDocument>>? onRanking,
        CancellationToken cancellationToken)
    {
        await WarmUpAsync(folder, choice, cancellationToken);
        PeakMemory.Reset();
        using var engine = choice.Open();
        var selves = new HashSet<string>(StringComparer.Ordinal);
        await engine.IndexAsync(folder.ReadCorpus(selves), cancellationToken);
        var latency = new Latency();
        var quality = new BeirQuality();
        foreach (var query in folder.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ranking = await latency.MeasureAsync(() => engine.RankAsync(query.Text, Depth + 1, accepts: null, cancellationToken));

            // A query that is also a document would find itself first.
            var others = ranking.Where(found => found.Id != query.Id || !selves.Contains(query.Id)).Take(Depth).ToList();
            quality.Add(query, [.. others.Select(found => found.Id)]);
            onRanking?.Invoke(query, others);
        }

        return quality.Summarize(choice.Name, folder.HasSides) with
        {
            Median = latency.Percentile(0.5),
            Slowest = latency.Percentile(0.99),
            PeakMegabytes = PeakMemory.Megabytes(),
        };
    }

    // Without a warm-up, the measured time would include JIT compilation.
    private static async Task WarmUpAsync(BeirFolder folder, EngineChoice choice, CancellationToken cancellationToken)
    {
        using var engine = choice.Open();
        await engine.IndexAsync(folder.ReadCorpus(new HashSet<string>(StringComparer.Ordinal)).Take(WarmUpDocuments), cancellationToken);
        foreach (var query in folder.Queries.Take(WarmUpQueries))
        {
            await engine.RankAsync(query.Text, Depth, accepts: null, cancellationToken);
        }
    }
}
