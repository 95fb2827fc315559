using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>Finds quotes in titles and headings, which are not paragraphs and have no anchor.</summary>
internal static class NamedWords
{
    private const int MinWords = 2;

    /// <summary>Names the title or heading that contains the words in a row; null if none does.</summary>
    public static string? Describe(TypedQuote quote, IReadOnlyList<Reading> readings)
    {
        var words = quote.Words.Select(word => quote.Tokens[word].Form).ToList();
        if (words.Count < MinWords || quote.Gaps.Count > 0)
        {
            return null;
        }

        foreach (var reading in readings)
        {
            if (Has(reading.Title, words))
            {
                return QuoteTexts.FormatTheTitle(reading.Title);
            }

            if (reading.Sections.FirstOrDefault(section => Has(section, words)) is { } heading)
            {
                return QuoteTexts.FormatTheHeading(heading, reading.Title);
            }
        }

        return null;
    }

    private static bool Has(string text, List<string> words)
    {
        var forms = QuoteToken.Scan(text).Where(token => token.Kind == TokenKind.Word).Select(token => token.Form).ToList();
        return Enumerable.Range(0, Math.Max(0, forms.Count - words.Count + 1)).Any(i => forms.Skip(i).Take(words.Count).SequenceEqual(words));
    }
}
