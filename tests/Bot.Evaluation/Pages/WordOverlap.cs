namespace Bot.Evaluation.Pages;

/// <summary>Compares two texts as bags of words, in lower case and without punctuation.</summary>
internal static class WordOverlap
{
    /// <summary>The harmonic mean of precision and recall over words with their counts: 0 to 1.</summary>
    /// <param name="found">The text to judge.</param>
    /// <param name="gold">The expected text. Two texts without words agree.</param>
    public static double F1(string found, string gold)
    {
        var (foundWords, goldWords) = (Count(found), Count(gold));
        var shared = foundWords.Sum(word => Math.Min(word.Value, goldWords.GetValueOrDefault(word.Key)));
        var all = foundWords.Values.Sum() + goldWords.Values.Sum();
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                var word = text[start..end].ToLowerInvariant();
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            start = end + 1;
        }

        return counts;
    }
}
