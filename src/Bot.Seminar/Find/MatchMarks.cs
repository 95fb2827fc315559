using Bot.Library.Languages;

namespace Bot.Seminar.Find;

/// <summary>Marks the matches in a quote.</summary>
internal static class MatchMarks
{
    /// <summary>The places of the phrases, and of the words in any of their forms.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="words">The search.</param>
    /// <param name="language">The language of the quote.</param>
    /// <returns>In order and without overlap.</returns>
    public static IReadOnlyList<TextSpan> Of(string quote, FindWords words, ReadingLanguage language)
    {
        var terms = TextAnalysis.ReadTerms(words.Wanted, language).ToHashSet(StringComparer.Ordinal);
        var found = TextAnalysis.Tokenize(quote, language)
            .Where(token => terms.Contains(token.Term))
            .Select(token => new TextSpan(token.Start, token.End - token.Start));
        return Merge(words.Phrases.SelectMany(phrase => phrase.FindPlaces(quote)).Concat(found));
    }

    private static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                var before = merged[^1];
                merged[^1] = before with { Length = Math.Max(before.End, span.End) - before.Start };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
