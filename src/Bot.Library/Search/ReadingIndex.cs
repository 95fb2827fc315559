using System.Collections.Concurrent;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Library.Search;

/// <summary>
/// The readings as terms: an inverted index of paragraphs, and the terms of each sentence. Immutable and safe for many threads: a
/// change of the readings makes a new index, which shares with the old one all that did not change.
/// </summary>
public sealed class ReadingIndex
{
    private readonly IndexStore store;
    private readonly DirectoryReader reader;
    private readonly Dictionary<int, IndexedReading> bySerial;

    // A look-up costs more than all else that is done with a term, and every search looks up hundreds.
    private readonly ConcurrentDictionary<string, int> frequencies = new(StringComparer.Ordinal);

    private ReadingIndex(IndexStore store, DirectoryReader reader, IReadOnlyList<IndexedReading> readings)
    {
        this.store = store;
        this.reader = reader;
        Readings = readings;
        bySerial = readings.ToDictionary(reading => reading.Serial);
        Searcher = new IndexSearcher(reader) { Similarity = IndexStore.Similarity };
    }

    /// <summary>How many paragraphs it covers.</summary>
    public int ParagraphCount => reader.NumDocs;

    /// <summary>What the bot knows of words.</summary>
    public Lexicon Lexicon => store.Lexicon;

    internal IReadOnlyList<IndexedReading> Readings { get; }

    internal IndexSearcher Searcher { get; }

    /// <summary>Indexes a set of readings.</summary>
    /// <param name="readings">Each with an id of its own.</param>
    /// <param name="lexicon">What the bot knows of words.</param>
    public static ReadingIndex Build(IReadOnlyList<Reading> readings, Lexicon lexicon)
    {
        var store = new IndexStore(lexicon);
        var (reader, indexed) = store.Replace(store.Newest, readings);
        return new ReadingIndex(store, reader, indexed);
    }

    /// <summary>Indexes another set of readings; those that are the same objects as before are not analysed again.</summary>
    /// <param name="readings">Each with an id of its own.</param>
    /// <exception cref="InvalidOperationException">This index is not the newest of its line: it was updated already.</exception>
    public ReadingIndex Update(IReadOnlyList<Reading> readings)
    {
        var (next, indexed) = store.Replace(Readings, readings);
        return new ReadingIndex(store, next, indexed);
    }

    internal IndexedParagraph ParagraphOf(int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        var (serial, number) = IndexStore.Place(leaf.AtomicReader, document - leaf.DocBase);
        return bySerial[serial].Paragraphs[number - 1];
    }

    /// <summary>In how many paragraphs a term stands.</summary>
    internal int DocumentFrequency(QueryTerm term) => term.IsConcept ? reader.DocFreq(term.InIndex) : DocumentFrequency(term.Value);

    /// <summary>In how many paragraphs a stem stands.</summary>
    internal int DocumentFrequency(string stem)
    {
        if (!frequencies.TryGetValue(stem, out var frequency))
        {
            frequency = reader.DocFreq(new Term(IndexStore.TextField, stem));
            if (frequency > 0)
            {
                // Words that no reading has are not kept: the readings' vocabulary bounds the memory.
                frequencies[stem] = frequency;
            }
        }

        return frequency;
    }
}
