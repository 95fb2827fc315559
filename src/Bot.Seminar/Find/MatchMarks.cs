using Bot.Chat;
using Bot.Library.Languages;

namespace Bot.Seminar.Find;

/// <summary>Marks in a quote what made it a match.</summary>
internal static class MatchMarks
{
    /// <summary>The phrases, and the words that were looked for, in any of their forms.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="words">What was looked for.</param>
    /// <param name="language">The language of the quote.</param>
    /// <returns>In order and without overlap.</returns>
    public static IReadOnlyList<TextSpan> Of(string quote, FindWords words, ReadingLanguage language)
    {
        var terms = TextAnalysis.Terms(words.Wanted, language).ToHashSet(StringComparer.Ordinal);
        var found = TextAnalysis.Tokenize(quote, language)
            .Where(token => terms.Contains(token.Term))
            .Select(token => new TextSpan(token.Start, token.End - token.Start));
        return Merge(words.Phrases.SelectMany(phrase => phrase.PlacesIn(quote)).Concat(found));
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
