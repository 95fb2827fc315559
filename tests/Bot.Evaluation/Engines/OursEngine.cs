using Bot.Evaluation.Product;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Engines;

/// <summary>
/// The product's first stage for documents. A document's score combines its best sentence, its sentences together, its whole text (of which the model reads
/// the first 256 word pieces), and BM25 of all its words. Each is standardised over the documents and has the same weight; the total weight equals that of
/// the product's features, so that the second stage has the same relative weight.
/// </summary>
internal sealed class OursEngine : IRankingEngine
{
    private List<string> ids = [];
    private RetrievalIndex? sentences;
    private RetrievalIndex? uncut;
    private float[] lengths = [];

    public async Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken)
    {
        var documents = corpus.ToList();
        ids = documents.ConvertAll(document => document.Id);
        List<Reading> cut = [.. documents.Select((document, i) => InMemoryReading.Create($"document-{i}", "", [document.Title, document.Text]))];
        sentences = await EmbeddedIndex.BuildAsync(cut, cancellationToken);
        uncut = await EmbeddedIndex.BuildAsync(
            [.. documents.Select((document, i) => InMemoryReading.Uncut($"document-{i}", "", [document.TitleAndText]))], cancellationToken);
        lengths = [.. ids.Select((_, i) => LengthOfSum(sentences.VectorsOf(i)))];
    }

    public async Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken)
    {
        var (index, whole) = (sentences, uncut) is ({ } a, { } b) ? (a, b) : throw new InvalidOperationException("Index a corpus first.");
        if (ids.Count == 0)
        {
            return [];
        }

        var vector = await ProductModels.Queries.EmbedAsync(query, cancellationToken) ?? throw new InvalidOperationException("The product's model is missing.");
        var (best, together) = Cosines(index, vector.Span);
        var bm25 = Bm25(whole.Lexical, QueryTerms.Of(query, whole.Lexical).All);
        var scores = new[] { best, together, TextCosines(whole, vector.Span), bm25 }.Select(Standardized).ToList();
        var weight = ProductModels.Ranking.Claim.FirstStage.Values.Sum() / scores.Count;
        return
        [
            .. Enumerable.Range(0, ids.Count)
                .Where(i => accepts?.Invoke(ids[i]) ?? true)
                .Select(i => new RankedDocument(ids[i], weight * scores.Sum(score => score[i])) { Confidence = together[i] })
                .OrderByDescending(document => document.Score)
                .Take(count),
        ];
    }

    public void Dispose() => (sentences, uncut) = (null, null);

    private (double[] Best, double[] Whole) Cosines(RetrievalIndex index, ReadOnlySpan<float> query)
    {
        var (best, whole) = (new double[ids.Count], new double[ids.Count]);
        for (var i = 0; i < ids.Count; i++)
        {
            if (index.VectorsOf(i) is { Count: > 0 } vectors)
            {
                var (cosines, windows) = (new float[vectors.Count], new float[vectors.Count]);
                vectors.ComputeCosines(query, cosines, windows);
                (best[i], whole[i]) = (cosines.Max(), cosines.Sum() / lengths[i]);
            }
        }

        return (best, whole);
    }

    private double[] TextCosines(RetrievalIndex whole, ReadOnlySpan<float> query)
    {
        var cosines = new double[ids.Count];
        Span<float> cosine = stackalloc float[1];
        Span<float> window = stackalloc float[1];
        for (var i = 0; i < ids.Count; i++)
        {
            if (whole.VectorsOf(i) is { Count: 1 } text)
            {
                text.ComputeCosines(query, cosine, window);
                cosines[i] = cosine[0];
            }
        }

        return cosines;
    }

    // The index has sentences, and a document without words has none.
    private double[] Bm25(LexicalIndex lexical, IReadOnlyList<string> terms)
    {
        var scores = lexical.Score(terms, IndexStore.SentenceField);
        var all = new double[ids.Count];
        var next = 0;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = lexical.Readings[i].Sentences.Count > 0 ? scores[next++] : 0;
        }

        return all;
    }

    private static double[] Standardized(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => deviation > 0 ? (value - mean) / deviation : 0)];
    }

    private static float LengthOfSum(SentenceVectors? vectors)
    {
        if (vectors is null)
        {
            return 1;
        }

        var sum = new float[vectors.Width];
        for (var i = 0; i < vectors.Count; i++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(sum, vectors.Of(i), sum);
        }

        return Math.Max(System.Numerics.Tensors.TensorPrimitives.Norm<float>(sum), float.Epsilon);
    }
}
