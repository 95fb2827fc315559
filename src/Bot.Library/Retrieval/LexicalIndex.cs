using Bot.Library.Readings;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Library.Retrieval;

/// <summary>
/// The index by words: BM25 of each sentence, and of its window, which is the sentence with its neighbours in the paragraph. Immutable and thread-safe: a
/// change of the readings makes a new index, which shares everything unchanged with the old one.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly IndexStore store;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Dictionary<int, int> starts;

    private LexicalIndex(IndexStore store, DirectoryReader reader, IReadOnlyList<IndexedReading> readings, bool isPart = false)
    {
        this.store = store;
        this.reader = reader;
        Readings = readings;

        // Lucene counts a deleted document in its word statistics until it is merged away.
        searcher = isPart || reader.HasDeletions ? new PartSearcher(reader, readings) : new IndexSearcher(reader);
        searcher.Similarity = IndexStore.Similarity;
        starts = new Dictionary<int, int>(readings.Count);
        foreach (var reading in readings)
        {
            starts[reading.Serial] = SentenceCount;
            SentenceCount += reading.Sentences.Count;
        }
    }

    public IReadOnlyList<IndexedReading> Readings { get; }

    /// <summary>The number of sentences. They are numbered through all readings in order.</summary>
    public int SentenceCount { get; }

    public static LexicalIndex Build(IReadOnlyList<Reading> readings)
    {
        var store = new IndexStore();
        var (reader, indexed) = store.Replace(store.Newest, readings);
        return new LexicalIndex(store, reader, indexed);
    }

    /// <summary>Indexes another set of readings; those that are the same objects as before are not analysed again.</summary>
    /// <exception cref="InvalidOperationException">This index is not the newest one: it was updated already.</exception>
    public LexicalIndex Update(IReadOnlyList<Reading> readings)
    {
        var (next, indexed) = store.Replace(Readings, readings);
        return new LexicalIndex(store, next, indexed);
    }

    /// <summary>
    /// An index of only some of the readings: its scores are the same as those of an index built from them. It shares the analysed data, and cannot be
    /// updated.
    /// </summary>
    public LexicalIndex Narrow(IReadOnlyList<IndexedReading> readings) => new(store, reader, readings, isPart: true);

    /// <summary>The BM25 score of every sentence, 0 if it shares no term with the query.</summary>
    /// <param name="terms">The query's terms; the same term twice counts twice.</param>
    /// <param name="field">A field of <see cref="IndexStore"/>.</param>
    public float[] Score(IReadOnlyCollection<string> terms, string field)
    {
        var scores = new float[SentenceCount];
        if (terms.Count > 0)
        {
            var query = new BooleanQuery(disableCoord: true);
            foreach (var (term, count) in terms.CountBy(term => term).Take(BooleanQuery.MaxClauseCount))
            {
                query.Add(new TermQuery(new Term(field, term)) { Boost = count }, Occur.SHOULD);
            }

            searcher.Search(query, new ScoreCollector(starts, scores));
        }

        return scores;
    }

    /// <summary>The size of the index in memory in bytes, with earlier versions that share it.</summary>
    public long CountBytes() => store.CountBytes();

    /// <summary>The number of sentences with a term.</summary>
    public int DocumentFrequency(string term)
    {
        var sentence = new Term(IndexStore.SentenceField, term);
        return searcher is PartSearcher part ? part.DocumentFrequency(sentence) : reader.DocFreq(sentence);
    }

    // Collects the scores of all matches, in any order.
    private sealed class ScoreCollector(Dictionary<int, int> starts, float[] scores) : ICollector
    {
        private Scorer? scorer;
        private NumericDocValues? serials;
        private NumericDocValues? ordinals;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer value) => scorer = value;

        public void SetNextReader(AtomicReaderContext context)
        {
            serials = context.AtomicReader.GetNumericDocValues(IndexStore.SerialField);
            ordinals = context.AtomicReader.GetNumericDocValues(IndexStore.OrdinalField);
        }

        public void Collect(int doc)
        {
            if (starts.TryGetValue((int)serials!.Get(doc), out var start))
            {
                scores[start + (int)ordinals!.Get(doc)] = scorer!.GetScore();
            }
        }
    }
}
