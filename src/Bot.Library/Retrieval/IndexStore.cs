using Bot.Library.Languages;
using Bot.Library.Readings;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Library.Retrieval;

/// <summary>The Lucene index in memory that successive versions of <see cref="LexicalIndex"/> share; each version sees the state of its creation.</summary>
/// <remarks>
/// A version that is no longer used is not closed, because a request can still read from it, and Lucene keeps its files as long as the directory exists.
/// So after some changes a new directory is started; the old one is freed with the last version that reads from it.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The writer holds only memory, and earlier indexes can still read from it; the garbage collector frees them together.")]
internal sealed class IndexStore
{
    public const string SentenceField = "sentence";
    public const string WindowField = "window";
    public const string SerialField = "serial";
    public const string OrdinalField = "ordinal";
    private const string SerialKeyField = "serialKey";

    // How many bytes a sentence may take: this many times as many as when the directory was new; and some bytes for small shelves.
    private const int MaxGrowth = 3;
    private const long MaxSlack = 4 << 20;

    /// <summary>BM25 with the usual constants (Robertson and Zaragoza 2009).</summary>
    public static readonly BM25Similarity Similarity = new(1.2f, 0.75f);

    private readonly System.Threading.Lock gate = new();
    private Vocabulary vocabulary = new();
    private IndexWriter writer = CreateWriter();
    private IReadOnlyList<IndexedReading> newest = [];
    private double freshBytesPerSentence;
    private int lastSerial;

    /// <summary>The readings of the newest index.</summary>
    public IReadOnlyList<IndexedReading> Newest => newest;

    /// <summary>Updates the index from one set of readings to another.</summary>
    /// <param name="previous">The current set, which must be <see cref="Newest"/>.</param>
    /// <param name="readings">The new set.</param>
    public (DirectoryReader Reader, IReadOnlyList<IndexedReading> Readings) Replace(
        IReadOnlyList<IndexedReading> previous, IReadOnlyList<Reading> readings)
    {
        lock (gate)
        {
            if (!ReferenceEquals(previous, newest))
            {
                throw new InvalidOperationException("An index was updated already; update the newest of its line.");
            }

            var known = previous.ToDictionary(object (indexed) => indexed.Reading, ReferenceEqualityComparer.Instance);
            var next = readings
                .Select(reading => (reading, known: known.GetValueOrDefault(reading), serial: ++lastSerial))
                .ToList()
                .AsParallel().AsOrdered()
                .Select(item => item.known ?? new IndexedReading(item.serial, item.reading, vocabulary))
                .ToList();

            var isFull = CountBytes() > MaxSlack + (MaxGrowth * freshBytesPerSentence * CountSentences(previous));
            var reader = previous.Count > 0 && !isFull ? Change(previous, next) : StartAgain(next);
            newest = next;
            return (reader, next);
        }
    }

    private DirectoryReader Change(IReadOnlyList<IndexedReading> previous, List<IndexedReading> next)
    {
        foreach (var gone in previous.Except(next))
        {
            writer.DeleteDocuments(CreateKey(gone));
        }

        Parallel.ForEach(next.Except(previous), added => writer.AddDocuments(CreateDocuments(added)));
        return DirectoryReader.Open(writer, applyAllDeletes: true);
    }

    // The sentences are analysed already, which is the slow part.
    private DirectoryReader StartAgain(List<IndexedReading> readings)
    {
        writer = CreateWriter();
        vocabulary = new Vocabulary(readings.SelectMany(reading => reading.Sentences).SelectMany(sentence => sentence.Terms));
        var reader = Change([], readings);
        freshBytesPerSentence = (double)CountBytes() / Math.Max(1, CountSentences(readings));
        return reader;
    }

    private static long CountSentences(IReadOnlyList<IndexedReading> readings) => readings.Sum(reading => (long)reading.Sentences.Count);

    /// <summary>The size of the directory in bytes.</summary>
    public long CountBytes() => ((RAMDirectory)writer.Directory).GetSizeInBytes();

    private static IndexWriter CreateWriter() => new(
        new RAMDirectory(),
        new IndexWriterConfig(LuceneVersion.LUCENE_48, LanguageAnalysis.Of(ReadingLanguage.English).Analyzer)
        {
            Similarity = Similarity,
            RAMBufferSizeMB = 64,
        });

    /// <summary>The number of terms of a field in all sentences of a reading.</summary>
    public static long CountTerms(IndexedReading reading, string field) => field == SentenceField ? reading.TermCount : reading.WindowTermCount;

    private static IEnumerable<Document> CreateDocuments(IndexedReading reading) => reading.Sentences.Select((sentence, i) => new Document
    {
        new TextField(SentenceField, new TermStream(sentence.Terms)),
        new TextField(WindowField, new TermStream(ReadWindow(reading, i))),
        new NumericDocValuesField(SerialField, reading.Serial),
        new NumericDocValuesField(OrdinalField, i),
        new StringField(SerialKeyField, CreateKey(reading).Text, Field.Store.NO),
    });

    private static IEnumerable<string> ReadWindow(IndexedReading reading, int sentence) =>
        reading.WindowOf(sentence).SelectMany(near => reading.Sentences[near].Terms);

    private static Term CreateKey(IndexedReading reading) => new(SerialKeyField, reading.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
