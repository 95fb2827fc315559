using Bot.Chat;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Find;

/// <summary>Marks in a quote what made it a match.</summary>
internal static class MatchMarks
{
    /// <summary>The phrases, and the words that are, or can stand for, one that was looked for.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="words">What was looked for.</param>
    /// <param name="lexicon">What the bot knows of words.</param>
    /// <returns>In order and without overlap.</returns>
    public static IReadOnlyList<TextSpan> Of(string quote, FindWords words, Lexicon lexicon)
    {
        var tokens = TextAnalysis.Tokenize(quote);
        var concepts = lexicon.Concepts.Match(tokens);
        var units = SearchQuery.Parse(words.Wanted, lexicon).Units;
        var spans = words.Phrases.SelectMany(phrase => phrase.PlacesIn(quote))
            .Concat(units.SelectMany(unit => Spans(unit, tokens, concepts)));
        return Merge(spans);
    }

    // "Korea" alone is marked for "North Korea" only where the whole name does not stand in the quote.
    private static IEnumerable<TextSpan> Spans(QueryUnit unit, IReadOnlyList<Token> tokens, IReadOnlyList<ConceptMatch> concepts)
    {
        var values = unit.Terms.Where(term => term.IsConcept).Select(term => term.Value).ToHashSet(StringComparer.Ordinal);
        var stems = unit.Terms.Where(term => !term.IsConcept).ToList();
        var runs = concepts
            .Where(match => values.Contains(match.Concept))
            .Select(match => Span(tokens[match.First], tokens[match.First + match.Count - 1]))
            .ToList();
        var isPhrase = stems.All(stem => stem.Weight < 1);
        return isPhrase && runs.Count > 0
            ? runs
            : runs.Concat(tokens.Where(token => stems.Any(stem => stem.Value == token.Term)).Select(token => Span(token, token)));
    }

    private static TextSpan Span(Token first, Token last) => new(first.Start, last.End - first.Start);

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
