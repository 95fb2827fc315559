using System.Runtime.InteropServices;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Evaluation.Engines;

/// <summary>
/// Plain Lucene.NET, the baseline to beat: its own English analyzer, title and text in one field, BM25, and a query for any of the words, weighted by their
/// frequency.
/// </summary>
/// <param name="k1">How slowly repeated words saturate; 1.2 is Lucene's default.</param>
/// <param name="b">How much long documents are discounted, 0 to 1; 0.75 is Lucene's default.</param>
internal sealed class LuceneEngine(float k1 = LuceneEngine.DefaultK1, float b = LuceneEngine.DefaultB) : IRankingEngine
{
    public const float DefaultK1 = 1.2f;
    public const float DefaultB = 0.75f;
    private const string IdField = "id";
    private const string TextField = "text";

    private readonly EnglishAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    private readonly BM25Similarity similarity = new(k1, b);
    private readonly RAMDirectory directory = new();
    private DirectoryReader? reader;
    private IndexSearcher? searcher;

    public Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity, RAMBufferSizeMB = 64 };
        using (var writer = new IndexWriter(directory, config))
        {
            foreach (var document in corpus)
            {
                writer.AddDocument(
                [
                    new StringField(IdField, document.Id, Field.Store.YES),
                    new TextField(TextField, document.TitleAndText, Field.Store.NO),
                ]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = similarity };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RankedDocument>>(Rank(query, count, accepts));

    public void Dispose()
    {
        reader?.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private List<RankedDocument> Rank(string query, int count, Func<string, bool>? accepts)
    {
        var indexed = searcher ?? throw new InvalidOperationException("Index a corpus first.");
        var lucene = AnyWordOf(query);
        for (var depth = count; ; depth *= 4)
        {
            // A filter usually removes few documents: the search goes deeper only if it removed too many.
            var hits = indexed.Search(lucene, depth).ScoreDocs;
            var ranked = hits
                .Select(hit => new RankedDocument(indexed.Doc(hit.Doc).Get(IdField), hit.Score))
                .Where(document => accepts?.Invoke(document.Id) ?? true)
                .Take(count)
                .ToList();
            if (ranked.Count == count || hits.Length < depth)
            {
                return ranked;
            }
        }
    }

    private BooleanQuery AnyWordOf(string query)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = analyzer.GetTokenStream(TextField, query);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, term.ToString(), out _)++;
        }

        stream.End();

        // In some sets whole arguments are queries: if they have more words than Lucene allows, the most frequent ones are used.
        var lucene = new BooleanQuery();
        foreach (var (word, times) in terms.OrderByDescending(entry => entry.Value).Take(BooleanQuery.MaxClauseCount))
        {
            lucene.Add(new TermQuery(new Term(TextField, word)) { Boost = times }, Occur.SHOULD);
        }

        return lucene;
    }
}
