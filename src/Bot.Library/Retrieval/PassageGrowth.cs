using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>
/// Turns the best sentences into quotes: each is extended by its neighbours in the paragraph, and no two share a sentence, even if two readings contain the
/// same text.
/// </summary>
/// <param name="ranked">The sentences, the best first.</param>
/// <param name="query">The maximum number of sentences in a quote, and what is not quoted.</param>
internal sealed class PassageGrowth(RankedCandidates ranked, RetrievalQuery query)
{
    private readonly Dictionary<int, double> scores = ranked.Candidates.ToDictionary(candidate => candidate.Index, candidate => candidate.Score);
    private readonly HashSet<int> taken = [];

    /// <summary>Makes quotes.</summary>
    /// <param name="count">The maximum number of quotes.</param>
    /// <returns>The quotes, each with its first candidate.</returns>
    public List<(Passage Passage, Candidate Core)> GrowBest(int count)
    {
        var passages = new List<(Passage Quote, Candidate Core)>();
        var copies = new QuotedTexts();
        foreach (var candidate in ranked.Candidates)
        {
            if (passages.Count == count)
            {
                break;
            }

            if (!taken.Contains(candidate.Index) && !copies.Has(candidate))
            {
                passages.Add((Grow(candidate), candidate));
                copies.Add(passages[^1].Quote);
            }
        }

        return passages;
    }

    // The better neighbour is added first. A neighbour that was not a candidate ranks below all candidates.
    private Passage Grow(Candidate core)
    {
        var (first, last) = (core.Ordinal, core.Ordinal);
        while (last - first + 1 < query.MaxSentences)
        {
            var next = new[] { first - 1, last + 1 }
                .Where(near => IsFree(core, near) && AddsSomething(core, near))
                .Where(near => LengthOf(core, Math.Min(first, near), Math.Max(last, near)) <= Passage.MaxLength)
                .OrderByDescending(near => scores.ContainsKey(IndexOf(core, near)))
                .ThenByDescending(near => scores.GetValueOrDefault(IndexOf(core, near), ranked.Scores.Of(IndexOf(core, near))))
                .Select(near => (int?)near)
                .FirstOrDefault();
            if (next is not { } grown)
            {
                break;
            }

            (first, last) = (Math.Min(first, grown), Math.Max(last, grown));
        }

        for (var i = first; i <= last; i++)
        {
            taken.Add(IndexOf(core, i));
        }

        var sentences = core.Reading.Sentences;
        return core.ToPassage() with { First = sentences[first].Number, Last = sentences[last].Number, Core = core.Sentence.Number };
    }

    // Scores are in standard deviations: a sentence that is not nearer to the query than the average only makes a quote longer.
    private bool AddsSomething(Candidate core, int near) => ranked.Scores.Of(IndexOf(core, near)) > 0;

    private bool IsFree(Candidate core, int near) => core.Reading.AreInOneParagraph(core.Ordinal, near)
        && !taken.Contains(IndexOf(core, near))
        && !(query.Skips?.Invoke(core.Reading.Reading, core.Sentence.Paragraph, core.Reading.Sentences[near].Number) ?? false);

    private static int IndexOf(Candidate core, int ordinal) => core.Index - core.Ordinal + ordinal;

    private static int LengthOf(Candidate core, int first, int last)
    {
        var sentences = core.Sentence.Paragraph.Sentences;
        return sentences[core.Reading.Sentences[last].Number - 1].End - sentences[core.Reading.Sentences[first].Number - 1].Start;
    }

    /// <summary>The sentences that are quoted. Editions of a text differ in line breaks and quotation marks.</summary>
    private sealed class QuotedTexts
    {
        private readonly Dictionary<string, Reading> readings = new(StringComparer.Ordinal);

        /// <summary>Whether the sentence of a candidate is quoted from another reading.</summary>
        public bool Has(Candidate candidate) =>
            readings.TryGetValue(BareText.Of(candidate.Sentence.Text), out var reading) && !ReferenceEquals(reading, candidate.Reading.Reading);

        public void Add(Passage passage)
        {
            for (var number = passage.First; number <= passage.Last; number++)
            {
                readings.TryAdd(BareText.Of(passage.Paragraph.Quote(number, number)), passage.Reading);
            }
        }
    }
}
