using Bot.Chat;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Citing;

/// <summary>Makes quotes of whole sentences, each with the place where it stands.</summary>
internal static class Quotation
{
    private const int MaxSentences = 3;

    /// <summary>Quotes sentences of a paragraph.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last one.</param>
    public static QuoteBlock Of(Reading reading, Paragraph paragraph, int first, int last) =>
        new(paragraph.Quote(first, last), new Citation(reading.Id.Value, reading.Title, paragraph.Number, first)
        {
            LastSentence = last,
            Section = paragraph.Section,
            Author = reading.Author,
            Source = reading.Source,
        });

    /// <summary>
    /// Quotes passages, each with the sentence before where it leans on that one ("This approach …") and a quote may be so long.
    /// </summary>
    /// <param name="passages">Runs of sentences, the best first, no two overlapping.</param>
    /// <returns>Their quotes in the same order, no two overlapping.</returns>
    public static List<QuoteBlock> OfAll(IReadOnlyList<PassageCandidate> passages) =>
        OfAll([.. passages.Select(passage => new Passage(passage.Reading, passage.Paragraph, passage.First, passage.Last, passage.Coverage))]);

    /// <inheritdoc cref="OfAll(IReadOnlyList{PassageCandidate})"/>
    public static List<QuoteBlock> OfAll(IReadOnlyList<Passage> passages)
    {
        var taken = passages.SelectMany(passage => Enumerable.Range(passage.First, passage.Last - passage.First + 1)
            .Select(sentence => (passage.Reading.Id, passage.Paragraph.Number, sentence))).ToHashSet();
        return [.. passages.Select(passage => Of(passage.Reading, passage.Paragraph, FirstWithAntecedent(passage, taken), passage.Last))];
    }

    private static int FirstWithAntecedent(Passage passage, HashSet<(ReadingId, int, int)> taken)
    {
        var (paragraph, before) = (passage.Paragraph, passage.First - 1);
        return before >= 1
            && passage.Last - before < MaxSentences
            && Anaphora.LeansOnPrevious(paragraph.Quote(passage.First, passage.First))
            && paragraph.Quote(before, passage.Last).Length <= Passage.MaxLength
            && taken.Add((passage.Reading.Id, paragraph.Number, before))
            ? before
            : passage.First;
    }

    /// <summary>Quotes the sentences that some spans of a paragraph lie in, with the spans marked.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="spans">Parts of the paragraph's text, in order.</param>
    /// <returns>Quotes of at most three sentences and <see cref="Passage.MaxLength"/> units (but whole sentences), in order.</returns>
    public static List<QuoteBlock> Around(Reading reading, Paragraph paragraph, IReadOnlyList<TextSpan> spans)
    {
        var numbers = Enumerable.Range(1, paragraph.Sentences.Count)
            .Where(number => spans.Any(span => Overlap(span, paragraph.Sentences[number - 1]) is not null))
            .ToList();
        var quotes = new List<QuoteBlock>();
        for (var i = 0; i < numbers.Count;)
        {
            var next = i + 1;
            while (next < numbers.Count && next - i < MaxSentences && numbers[next] == numbers[next - 1] + 1
                && paragraph.Quote(numbers[i], numbers[next]).Length <= Passage.MaxLength)
            {
                next++;
            }

            quotes.Add(Marked(Of(reading, paragraph, numbers[i], numbers[next - 1]), paragraph, numbers[i], spans));
            i = next;
        }

        return quotes;
    }

    private static QuoteBlock Marked(QuoteBlock quote, Paragraph paragraph, int first, IReadOnlyList<TextSpan> spans)
    {
        var start = paragraph.Sentences[first - 1].Start;
        var covered = new Sentence(start, quote.Text.Length);
        return quote with
        {
            Marks = [.. spans.Select(span => Overlap(span, covered)).OfType<TextSpan>().Select(span => span with { Start = span.Start - start })],
        };
    }

    private static TextSpan? Overlap(TextSpan span, Sentence sentence)
    {
        var (start, end) = (Math.Max(span.Start, sentence.Start), Math.Min(span.End, sentence.End));
        return start < end ? new TextSpan(start, end - start) : null;
    }
}
