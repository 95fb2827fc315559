using System.Numerics.Tensors;
using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>
/// The search index of the readings: their sentences by words and, once the vectors are computed, by meaning. Immutable and thread-safe.
/// </summary>
public sealed class RetrievalIndex
{
    private readonly IReadOnlyList<SentenceVectors?> vectors;

    private RetrievalIndex(LexicalIndex lexical, IReadOnlyList<SentenceVectors?> vectors)
    {
        Lexical = lexical;
        this.vectors = vectors;
        Starts = new int[lexical.Readings.Count];
        for (var i = 1; i < Starts.Length; i++)
        {
            Starts[i] = Starts[i - 1] + lexical.Readings[i - 1].Sentences.Count;
        }
    }

    /// <summary>The number of sentences.</summary>
    public int SentenceCount => Lexical.SentenceCount;

    /// <summary>Whether every sentence in a language of the model has its vector.</summary>
    public bool IsEmbedded { get; private init; }

    /// <summary>Whether sentences are searched by meaning too; false while their vectors are being computed, and if there is no model.</summary>
    public bool HasVectors => IsEmbedded && vectors.Any(vector => vector is not null);

    internal LexicalIndex Lexical { get; }

    internal IReadOnlyList<IndexedReading> Readings => Lexical.Readings;

    /// <summary>The index of the first sentence of each reading.</summary>
    internal int[] Starts { get; }

    /// <summary>Indexes a set of readings by their words.</summary>
    /// <param name="readings">The readings, with unique ids.</param>
    public static RetrievalIndex Build(IReadOnlyList<Reading> readings)
    {
        var lexical = LexicalIndex.Build(readings);
        return new RetrievalIndex(lexical, new SentenceVectors?[lexical.Readings.Count]);
    }

    /// <summary>Indexes another set of readings; those that are the same objects as before are not analysed again.</summary>
    /// <param name="readings">The readings, with unique ids.</param>
    /// <exception cref="InvalidOperationException">This index is not the newest one: it was updated already.</exception>
    public RetrievalIndex Update(IReadOnlyList<Reading> readings)
    {
        var lexical = Lexical.Update(readings);
        var known = vectors.OfType<SentenceVectors>().ToDictionary(object (vector) => vector.Reading, ReferenceEqualityComparer.Instance);
        return new RetrievalIndex(lexical, [.. lexical.Readings.Select(reading => known.GetValueOrDefault(reading))]);
    }

    /// <summary>An index of only some of the readings, in their current order; it gives the same results as an index built from them.</summary>
    /// <param name="isIncluded">Whether a reading is included.</param>
    public RetrievalIndex Narrow(Func<Reading, bool> isIncluded)
    {
        var included = Enumerable.Range(0, Readings.Count).Where(i => isIncluded(Readings[i].Reading)).ToList();
        return new RetrievalIndex(Lexical.Narrow([.. included.Select(i => Readings[i])]), [.. included.Select(i => vectors[i])]) { IsEmbedded = IsEmbedded };
    }

    /// <summary>
    /// The readings in the language of a query, if the model of the vectors does not support that language; otherwise all of them. A model that knows
    /// several languages finds a sentence in another one than the query's.
    /// </summary>
    internal RetrievalIndex NarrowToLanguageOf(string query)
    {
        var unsupported = Readings.Where((reading, i) => vectors[i] is null && reading.Reading.Language != ReadingLanguage.English)
            .Select(reading => reading.Reading.Language)
            .Distinct()
            .ToList();
        var language = unsupported.Count == 0 ? ReadingLanguage.English : QueryLanguage.Of(query, unsupported);
        return language == ReadingLanguage.English ? this : Narrow(reading => reading.Language == language);
    }

    /// <summary>Whether a word is in any sentence, in any of its forms; always true for stop words.</summary>
    public bool Mentions(string word)
    {
        var terms = QueryTerms.Of(word, Lexical);
        return terms.IsEmpty || terms.KnownShare > 0;
    }

    /// <summary>The sentences of a reading with their vectors.</summary>
    /// <param name="reading">A reading that this index covers.</param>
    /// <exception cref="ArgumentException">It does not cover that reading.</exception>
    public SentenceSpace SpaceOf(Reading reading)
    {
        var index = IndexOf(reading);
        return SentenceSpace.Of(Readings[index], vectors[index]);
    }

    /// <summary>Whether a reading's sentences have vectors of the model; the same as <see cref="SentenceSpace.IsByMeaning"/>.</summary>
    /// <param name="reading">A reading that this index covers.</param>
    /// <exception cref="ArgumentException">It does not cover that reading.</exception>
    public bool IsByMeaning(Reading reading) => vectors[IndexOf(reading)] is not null;

    /// <summary>How similar in meaning the core sentences of two passages are; 1 is the same. 0 if one of them has no vector.</summary>
    public double SimilarityOf(Passage one, Passage other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return VectorOf(one) is { } first && VectorOf(other) is { } second ? TensorPrimitives.Dot<float>(first, second) : 0;
    }

    private int IndexOf(Reading reading)
    {
        for (var i = 0; i < Readings.Count; i++)
        {
            if (ReferenceEquals(Readings[i].Reading, reading))
            {
                return i;
            }
        }

        throw new ArgumentException("The index does not cover this reading; take both from one snapshot.", nameof(reading));
    }

    private float[]? VectorOf(Passage passage)
    {
        for (var i = 0; i < Readings.Count; i++)
        {
            if (ReferenceEquals(Readings[i].Reading, passage.Reading) && vectors[i] is { } placed)
            {
                var sentences = Readings[i].Sentences;
                for (var at = 0; at < sentences.Count; at++)
                {
                    if (ReferenceEquals(sentences[at].Paragraph, passage.Paragraph) && sentences[at].Number == passage.Core)
                    {
                        return placed.Of(at);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>This index with the vectors of its sentences.</summary>
    /// <param name="all">The vectors of each reading; null for a language that the model does not support.</param>
    internal RetrievalIndex AddVectors(IReadOnlyList<SentenceVectors?> all) => new(Lexical, all) { IsEmbedded = true };

    /// <summary>The vectors of a reading, by its index in <see cref="Readings"/>; null if there are none.</summary>
    internal SentenceVectors? VectorsOf(int reading) => vectors[reading];

    /// <summary>The reading that a sentence is in, by its index in <see cref="Readings"/>.</summary>
    internal int ReadingOf(int sentence)
    {
        var found = Array.BinarySearch(Starts, sentence);
        if (found < 0)
        {
            return ~found - 1;
        }

        // A reading without sentences has the same start as the next one.
        while (found + 1 < Starts.Length && Starts[found + 1] == sentence)
        {
            found++;
        }

        return found;
    }
}
