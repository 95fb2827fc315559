using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Library.Search;

/// <summary>The Lucene index in memory that a line of <see cref="ReadingIndex"/> shares; each of those sees it as it was when made.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The writer holds memory only, and every index of the line may still read from it; the collector frees them together.")]
internal sealed class IndexStore(Lexicon lexicon)
{
    public const string TextField = "text";
    public const string ConceptField = "concept";
    private const string SerialField = "serial";
    private const string SerialKeyField = "serialKey";
    private const string ParagraphField = "paragraph";

    // The defaults of the field (Robertson and Zaragoza 2009), which no other pair beat on all development sets.
    public static readonly BM25Similarity Similarity = new(1.2f, 0.75f);

    private readonly System.Threading.Lock gate = new();
    private readonly IndexWriter writer = new(
        new RAMDirectory(),
        new IndexWriterConfig(LuceneVersion.LUCENE_48, TextAnalysis.Analyzer) { Similarity = Similarity, RAMBufferSizeMB = 64 });

    private IReadOnlyList<IndexedReading> newest = [];
    private int lastSerial;

    public Lexicon Lexicon => lexicon;

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>The readings of the newest index, which the next one follows.</summary>
    public IReadOnlyList<IndexedReading> Newest => newest;

    /// <summary>Brings the index from one set of readings to another.</summary>
    /// <param name="previous">The set that <see cref="Newest"/> is.</param>
    /// <param name="readings">The set that it becomes.</param>
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
                .Select(item => item.known ?? new IndexedReading(item.serial, item.reading, lexicon, Vocabulary))
                .ToList();

            foreach (var gone in previous.Except(next))
            {
                writer.DeleteDocuments(SerialKey(gone));
            }

            foreach (var added in next.Except(previous))
            {
                writer.AddDocuments(added.Paragraphs.Select(Document));
            }

            newest = next;
            return (DirectoryReader.Open(writer, applyAllDeletes: true), next);
        }
    }

    /// <summary>Which paragraph a document is.</summary>
    public static (int Serial, int Paragraph) Place(AtomicReader reader, int document) =>
        ((int)reader.GetNumericDocValues(SerialField).Get(document), (int)reader.GetNumericDocValues(ParagraphField).Get(document));

    private static Document Document(IndexedParagraph paragraph)
    {
        var texts = paragraph.Sentences.Append(paragraph.Section).Append(paragraph.Owner.Title).ToList();
        return
        [
            new TextField(TextField, new TermStream(texts.SelectMany(text => text.Stems))),
            new TextField(ConceptField, new TermStream(texts.SelectMany(text => text.Concepts))),
            new NumericDocValuesField(SerialField, paragraph.Owner.Serial),
            new NumericDocValuesField(ParagraphField, paragraph.Paragraph.Number),
            new StringField(SerialKeyField, SerialKey(paragraph.Owner).Text, Field.Store.NO),
        ];
    }

    private static Term SerialKey(IndexedReading reading) => new(SerialKeyField, reading.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
