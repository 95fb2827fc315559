namespace Bot.Library.Retrieval;

/// <summary>Makes quotes of the best sentences: each grows by neighbours of its paragraph, and no two share a sentence.</summary>
internal static class PassageGrowth
{
    /// <summary>Makes quotes.</summary>
    /// <param name="ranked">Sentences, the best first.</param>
    /// <param name="count">How many quotes to make at most.</param>
    /// <param name="maxSentences">The most sentences in a quote.</param>
    /// <returns>Each with the candidate that it grew from.</returns>
    public static List<(Passage Passage, Candidate Core)> Passages(IReadOnlyList<Candidate> ranked, int count, int maxSentences)
    {
        var scores = ranked.ToDictionary(candidate => candidate.Index, candidate => candidate.Score);
        var taken = new HashSet<int>();
        var passages = new List<(Passage, Candidate)>();
        foreach (var candidate in ranked)
        {
            if (passages.Count == count)
            {
                break;
            }

            if (!taken.Contains(candidate.Index))
            {
                passages.Add((Grow(candidate, scores, taken, maxSentences), candidate));
            }
        }

        return passages;
    }

    // The neighbour that is better itself comes first: it adds more to the answer.
    private static Passage Grow(Candidate core, Dictionary<int, double> scores, HashSet<int> taken, int maxSentences)
    {
        var (first, last) = (core.Ordinal, core.Ordinal);
        while (last - first + 1 < maxSentences)
        {
            var next = new[] { first - 1, last + 1 }
                .Where(near => core.Reading.InOneParagraph(core.Ordinal, near)
                    && !taken.Contains(core.Index - core.Ordinal + near)
                    && LengthOf(core, Math.Min(first, near), Math.Max(last, near)) <= Passage.MaxLength)
                .OrderByDescending(near => scores.GetValueOrDefault(core.Index - core.Ordinal + near, double.NegativeInfinity))
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
            taken.Add(core.Index - core.Ordinal + i);
        }

        var sentences = core.Reading.Sentences;
        return core.ToPassage() with { First = sentences[first].Number, Last = sentences[last].Number, Core = core.Sentence.Number };
    }

    private static int LengthOf(Candidate core, int first, int last)
    {
        var sentences = core.Sentence.Paragraph.Sentences;
        return sentences[core.Reading.Sentences[last].Number - 1].End - sentences[core.Reading.Sentences[first].Number - 1].Start;
    }
}
