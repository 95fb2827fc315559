using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Citing;

/// <summary>Quotes a paragraph from its beginning to its end.</summary>
internal static class WholeParagraph
{
    private const int MaxSentences = 3;

    /// <summary>
    /// Consecutive quotes: each of one to three whole sentences, at most <see cref="Passage.MaxLength"/> long unless a single
    /// sentence is longer.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    public static IReadOnlyList<QuoteBlock> Quote(Reading reading, Paragraph paragraph)
    {
        var quotes = new List<QuoteBlock>();
        var first = 1;
        while (first <= paragraph.Sentences.Count)
        {
            var last = first;
            while (last < paragraph.Sentences.Count && last - first + 1 < MaxSentences && Fits(paragraph, first, last + 1))
            {
                last++;
            }

            quotes.Add(Quotation.Of(reading, paragraph, first, last));
            first = last + 1;
        }

        return quotes;
    }

    private static bool Fits(Paragraph paragraph, int first, int last) =>
        paragraph.Sentences[last - 1].End - paragraph.Sentences[first - 1].Start <= Passage.MaxLength;
}
