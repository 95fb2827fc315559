using Bot.Chat;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Commands;

/// <summary>Makes quotes with their citations out of paragraphs.</summary>
public static class ParagraphQuotes
{
    private const int MostSentences = 3;

    /// <summary>Some whole sentences of a paragraph, verbatim, with the place where they stand.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last sentence.</param>
    public static QuoteBlock Quote(Reading reading, Paragraph paragraph, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(paragraph);
        var citation = new Citation(reading.Id.Value, reading.Title, paragraph.Number, first)
        {
            LastSentence = last,
            Section = paragraph.Section,
            Author = reading.Author,
            Source = reading.Source,
        };
        return new QuoteBlock(paragraph.Quote(first, last), citation);
    }

    /// <summary>
    /// The whole paragraph as quotes that read on: each of one to three whole sentences, at most
    /// <see cref="Passage.MaxLength"/> long unless a single sentence is longer.
    /// </summary>
    public static IReadOnlyList<QuoteBlock> WholeParagraph(Reading reading, Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var quotes = new List<QuoteBlock>();
        var first = 1;
        while (first <= paragraph.Sentences.Count)
        {
            var last = first;
            while (last < paragraph.Sentences.Count && last - first + 1 < MostSentences && Fits(paragraph, first, last + 1))
            {
                last++;
            }

            quotes.Add(Quote(reading, paragraph, first, last));
            first = last + 1;
        }

        return quotes;
    }

    private static bool Fits(Paragraph paragraph, int first, int last) =>
        paragraph.Sentences[last - 1].End - paragraph.Sentences[first - 1].Start <= Passage.MaxLength;
}
