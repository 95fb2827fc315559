using Bot.Evaluation.Product;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Engines;

/// <summary>
/// Plain all-MiniLM-L6-v2: the cosine of the query with the whole document, of which the model reads the first 256 word pieces.
/// </summary>
internal sealed class MiniLmEngine : IRankingEngine
{
    private List<string> ids = [];
    private List<SentenceVectors?> vectors = [];

    public async Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken)
    {
        var documents = corpus.ToList();
        ids = documents.ConvertAll(document => document.Id);
        var index = await EmbeddedIndex.BuildAsync([.. documents.Select((document, i) => InMemoryReading.Uncut($"document-{i}", "", [document.TitleAndText]))], cancellationToken);
        vectors = [.. ids.Select((_, i) => index.VectorsOf(i))];
    }

    public async Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken)
    {
        var vector = await ProductModels.Queries.EmbedAsync(query, cancellationToken) ?? throw new InvalidOperationException("The product's model is missing.");
        return
        [
            .. Enumerable.Range(0, ids.Count)
                .Where(i => vectors[i] is not null && (accepts?.Invoke(ids[i]) ?? true))
                .Select(i => new RankedDocument(ids[i], Cosine(vectors[i]!, vector.Span)))
                .OrderByDescending(document => document.Score)
                .Take(count),
        ];
    }

    public void Dispose() => vectors = [];

    private static double Cosine(SentenceVectors document, ReadOnlySpan<float> query)
    {
        Span<float> cosine = stackalloc float[1];
        document.ComputeCosines(query, cosine, stackalloc float[1]);
        return cosine[0];
    }
}
