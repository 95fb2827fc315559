using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Library.Retrieval;

/// <summary>
/// Searches an index with the word statistics of some of its readings only, so that results reveal nothing about the others.
/// </summary>
internal sealed class PartSearcher : IndexSearcher
{
    private readonly HashSet<int> serials;
    private readonly int sentences;
    private readonly Dictionary<string, long> termCounts;

    public PartSearcher(IndexReader reader, IReadOnlyList<IndexedReading> readings)
        : base(reader)
    {
        serials = [.. readings.Select(reading => reading.Serial)];
        sentences = readings.Sum(reading => reading.Sentences.Count);
        string[] fields = [IndexStore.SentenceField, IndexStore.WindowField];
        termCounts = fields.ToDictionary(field => field, field => readings.Sum(reading => IndexStore.CountTerms(reading, field)));
    }

    /// <summary>The number of sentences of these readings with a term.</summary>
    public int DocumentFrequency(Term term) => TopReaderContext.Leaves.Sum(leaf => CountIn(leaf.AtomicReader, term));

    /// <inheritdoc />
    public override TermStatistics TermStatistics(Term term, TermContext context) => new(term.Bytes, DocumentFrequency(term), -1);

    /// <inheritdoc />
    public override CollectionStatistics CollectionStatistics(string field) => new(field, sentences, -1, termCounts[field], -1);

    private int CountIn(AtomicReader reader, Term term)
    {
        var count = 0;
        var serialOf = reader.GetNumericDocValues(IndexStore.SerialField);
        if (reader.GetTermDocsEnum(term) is { } found)
        {
            while (found.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                count += serials.Contains((int)serialOf.Get(found.DocID)) ? 1 : 0;
            }
        }

        return count;
    }
}
