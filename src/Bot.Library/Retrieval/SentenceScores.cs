using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>The first stage: scores of every searched sentence, by words and meaning.</summary>
internal sealed class SentenceScores
{
    private static readonly RankingFeature[] Columns =
        [RankingFeature.SentenceCosine, RankingFeature.WindowCosine, RankingFeature.PlaceCosine, RankingFeature.SentenceBm25, RankingFeature.WindowBm25];

    private readonly RetrievalIndex index;
    private readonly float[] cosines;
    private readonly float[] windowCosines;
    private readonly float[] placeCosines;
    private readonly float[] bm25;
    private readonly List<int> searched;
    private readonly float[][] columns;
    private readonly Spread[] spreads;
    private readonly double[] factors;

    private SentenceScores(
        RetrievalIndex index,
        ReadOnlyMemory<float>? vector,
        IReadOnlyList<string> terms,
        RetrievalQuery wanted,
        IReadOnlyDictionary<RankingFeature, double> weights)
    {
        this.index = index;
        (cosines, windowCosines, placeCosines) = (new float[index.SentenceCount], new float[index.SentenceCount], new float[index.SentenceCount]);
        if (vector is { } query)
        {
            ComputeCosines(query.Span);
        }

        bm25 = index.Lexical.Score(terms, IndexStore.SentenceField);
        var accepted = FindSearched(wanted);
        columns = [cosines, windowCosines, placeCosines, bm25, index.Lexical.Score(terms, IndexStore.WindowField)];
        spreads = [.. columns.Select(column => Spread.Of(column, accepted))];
        searched = KeepMentioning(accepted, wanted);
        factors = [.. Columns.Select(feature => weights.GetValueOrDefault(feature))];
    }

    /// <summary>Scores every sentence.</summary>
    /// <param name="index">The index.</param>
    /// <param name="vector">The query's vector, of length 1; null if there is none.</param>
    /// <param name="terms">The query's terms.</param>
    /// <param name="wanted">Which sentences to search.</param>
    /// <param name="weights">The weights of the first stage.</param>
    public static SentenceScores Compute(
        RetrievalIndex index,
        ReadOnlyMemory<float>? vector,
        IReadOnlyList<string> terms,
        RetrievalQuery wanted,
        IReadOnlyDictionary<RankingFeature, double> weights) => new(index, vector, terms, wanted, weights);

    /// <summary>The first-stage score of a sentence, by its index on the shelf.</summary>
    public double Of(int sentence)
    {
        var score = 0.0;
        for (var column = 0; column < columns.Length; column++)
        {
            score += factors[column] * Standardized(column, sentence);
        }

        return score;
    }

    /// <summary>The best sentences; equal scores are in reading order.</summary>
    public List<Candidate> TakeBest(int count)
    {
        var best = new PriorityQueue<int, (double Score, int Index)>(count + 1);
        foreach (var i in searched)
        {
            best.Enqueue(i, (Of(i), -i));
            if (best.Count > count)
            {
                best.Dequeue();
            }
        }

        var candidates = new List<Candidate>(best.Count);
        while (best.TryDequeue(out var i, out var rank))
        {
            var reading = index.ReadingOf(i);
            var candidate = new Candidate(index.Readings[reading], i - index.Starts[reading], i)
            {
                Cosine = cosines[i],
                WindowCosine = windowCosines[i],
                Score = rank.Score,
            };
            for (var column = 0; column < Columns.Length; column++)
            {
                candidate[Columns[column]] = Standardized(column, i);
            }

            candidates.Add(candidate);
        }

        candidates.Reverse();
        return candidates;
    }

    private double Standardized(int column, int sentence) => spreads[column].Standardize(columns[column][sentence]);

    private void ComputeCosines(ReadOnlySpan<float> query)
    {
        for (var reading = 0; reading < index.Readings.Count; reading++)
        {
            if (index.VectorsOf(reading) is { } vectors)
            {
                var start = index.Starts[reading];
                vectors.ComputeCosines(query, cosines.AsSpan(start, vectors.Count), windowCosines.AsSpan(start, vectors.Count));
                vectors.PlaceCosines(query, placeCosines.AsSpan(start, vectors.Count));
            }
        }
    }

    private List<int> FindSearched(RetrievalQuery wanted)
    {
        var found = new List<int>(index.SentenceCount);
        for (var reading = 0; reading < index.Readings.Count; reading++)
        {
            var indexed = index.Readings[reading];
            var (paragraph, isAccepted) = ((Paragraph?)null, false);
            for (var i = 0; i < indexed.Sentences.Count; i++)
            {
                if (!ReferenceEquals(indexed.Sentences[i].Paragraph, paragraph))
                {
                    paragraph = indexed.Sentences[i].Paragraph;
                    isAccepted = wanted.Accepts?.Invoke(indexed.Reading, paragraph) ?? true;
                }

                // What introduces a list is no answer without the list; its items have it beside them.
                if (isAccepted
                    && !(wanted.UsesSecondStage && ListLead.IsLead(indexed.Reading, indexed.Sentences[i].Paragraph, indexed.Sentences[i].Number))
                    && !(wanted.Skips?.Invoke(indexed.Reading, indexed.Sentences[i].Paragraph, indexed.Sentences[i].Number) ?? false)
                    && (!wanted.SharesWord || bm25[index.Starts[reading] + i] > 0))
                {
                    found.Add(index.Starts[reading] + i);
                }
            }
        }

        return found;
    }

    private List<int> KeepMentioning(List<int> sentences, RetrievalQuery wanted)
    {
        if (wanted.Mentioning is not { } words)
        {
            return sentences;
        }

        var left = sentences;
        foreach (var term in QueryTerms.Of(words, index.Lexical).Own)
        {
            var scores = index.Lexical.Score([term], IndexStore.WindowField);
            left = left.FindAll(sentence => scores[sentence] > 0);
        }

        return left.Count > 0 || wanted.NeedsMention ? left : sentences;
    }

    /// <summary>The mean and standard deviation of some numbers.</summary>
    private readonly record struct Spread(double Mean, double Deviation)
    {
        public static Spread Of(float[] numbers, List<int> chosen)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var i in chosen)
            {
                sum += numbers[i];
                squares += (double)numbers[i] * numbers[i];
            }

            var mean = sum / Math.Max(1, chosen.Count);
            var variance = (squares / Math.Max(1, chosen.Count)) - (mean * mean);
            return new Spread(mean, Math.Sqrt(Math.Max(variance, 0)));
        }

        public double Standardize(double number) => Deviation > 1e-9 ? (number - Mean) / Deviation : 0;
    }
}
