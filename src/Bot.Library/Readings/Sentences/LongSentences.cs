namespace Bot.Library.Readings.Sentences;

/// <summary>
/// Cuts sentences that are too long to be quoted, as in texts of the 18th century, where a reader would pause: at a semicolon or colon, else at
/// a comma, else at a space. The parts count as sentences of their own.
/// </summary>
internal static class LongSentences
{
    private const int MaxLength = Retrieval.Passage.MaxLength;
    private static readonly string[] Pauses = [";:", ",", " "];

    /// <summary>The same sentences, none longer than a quote may be.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="sentences">Its sentences.</param>
    public static IReadOnlyList<Sentence> Cut(string text, IReadOnlyList<Sentence> sentences) =>
        sentences.All(sentence => sentence.Length <= MaxLength) ? sentences : [.. sentences.SelectMany(sentence => Divide(text, sentence))];

    private static IEnumerable<Sentence> Divide(string text, Sentence sentence)
    {
        while (sentence.Length > MaxLength)
        {
            var end = End(text, sentence);
            yield return new Sentence(sentence.Start, end - sentence.Start);
            var next = Marks.SkipSpace(text, end);
            sentence = new Sentence(next, sentence.End - next);
        }

        yield return sentence;
    }

    // Near the middle, so that no part is left with a few words; the text is long enough for that.
    private static int End(string text, Sentence sentence)
    {
        var (from, to) = (sentence.Start + (MaxLength / 4), Math.Min(sentence.Start + MaxLength, sentence.End - (MaxLength / 4)));
        var middle = sentence.Start + Math.Min(sentence.Length / 2, MaxLength * 3 / 4);
        foreach (var pauses in Pauses)
        {
            var ends = Enumerable.Range(from, Math.Max(0, to - from))
                .Where(i => pauses.Contains(text[i], StringComparison.Ordinal) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i] == ' '))
                .ToList();
            if (ends.Count > 0)
            {
                var end = ends.MinBy(i => Math.Abs(i - middle));
                return text[end] == ' ' ? end : end + 1;
            }
        }

        // One word without a space: it is cut where it must be, but never inside a surrogate pair.
        var last = sentence.Start + MaxLength;
        return char.IsLowSurrogate(text[last]) ? last - 1 : last;
    }
}
