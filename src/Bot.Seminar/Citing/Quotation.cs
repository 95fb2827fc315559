using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Citing;

/// <summary>Makes quotes of whole sentences, each with its place.</summary>
internal static class Quotation
{
    /// <summary>Quotes sentences of a paragraph.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last one.</param>
    public static QuoteBlock Of(Reading reading, Paragraph paragraph, int first, int last)
    {
        var (start, end) = (paragraph.Sentences[first - 1].Start, paragraph.Sentences[last - 1].End);
        var citation = new Citation(reading.Id.Value, reading.Title, paragraph.Number, first)
        {
            LastSentence = last,
            Section = paragraph.Section,
            Provision = paragraph.Provision,
            Speaker = paragraph.Speaker,
            Page = paragraph.FindPage(start),
            LastPage = paragraph.FindPage(end - 1),
            Author = reading.Author,
            Source = reading.Source,
        };
        return new QuoteBlock(paragraph.Text[start..end], citation)
        {
            LineStarts = [.. paragraph.LineStarts.Where(line => line >= start && line < end).Select(line => line - start)],

            // A table row is hard to understand without the heads of its columns.
            Note = first == 1 && paragraph.TableHead is { } head ? CitingTexts.FormatColumns(head) : null,
        };
    }

    /// <summary>Quotes sentences that are shown without those before them, with a note of what introduces the list that they are in.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last one.</param>
    public static QuoteBlock Alone(Reading reading, Paragraph paragraph, int first, int last)
    {
        var quote = Of(reading, paragraph, first, last);
        return ListLead.Of(reading, paragraph) is { } lead ? quote with { Lead = lead, Note = CitingTexts.FormatListedUnder(lead.TrimEnd(':')) } : quote;
    }

    /// <summary>Quotes a passage that was found, with the found sentence marked if there are others around it.</summary>
    public static QuoteBlock Of(Passage passage)
    {
        var quote = Alone(passage.Reading, passage.Paragraph, passage.First, passage.Last) with { Score = passage.Score };
        if (passage.First == passage.Last)
        {
            return quote;
        }

        var core = passage.Paragraph.Sentences[passage.Core - 1];
        var span = new TextSpan(core.Start - passage.Paragraph.Sentences[passage.First - 1].Start, core.Length);
        return quote with { Highlight = span, Marks = [span] };
    }

    /// <summary>
    /// Quotes a passage that was found, and below it the list that its last sentence introduces. Of a list that is longer than a quote, the first items are
    /// shown.
    /// </summary>
    public static IEnumerable<ReplyBlock> WithList(Passage passage)
    {
        yield return Of(passage);
        var items = passage.Last == passage.Paragraph.Sentences.Count ? ListLead.ItemsBelow(passage.Reading, passage.Paragraph).ToList() : [];
        var length = 0;
        var shown = items.TakeWhile(item => (length += item.Text.Length) <= Passage.MaxLength).Select(item => item.Text).ToList();
        if (shown.Count > 0)
        {
            yield return new ListBlock(shown.Count == items.Count ? shown : [.. shown, "…"]);
        }
    }

    /// <summary>Quotes the sentences that contain some spans of a paragraph, with the spans marked.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="spans">Parts of the paragraph's text, in order.</param>
    /// <returns>Quotes of at most three sentences and <see cref="Passage.MaxLength"/> units (but whole sentences), in order.</returns>
    public static List<QuoteBlock> QuoteAround(Reading reading, Paragraph paragraph, IReadOnlyList<TextSpan> spans)
    {
        var numbers = Enumerable.Range(1, paragraph.Sentences.Count)
            .Where(number => spans.Any(span => FindOverlap(span, paragraph.Sentences[number - 1]) is not null))
            .ToList();
        var quotes = new List<QuoteBlock>();
        for (var i = 0; i < numbers.Count;)
        {
            var next = i + 1;
            while (next < numbers.Count && next - i < Passage.MaxSentences && numbers[next] == numbers[next - 1] + 1
                && paragraph.Quote(numbers[i], numbers[next]).Length <= Passage.MaxLength)
            {
                next++;
            }

            quotes.Add(MarkSpans(Of(reading, paragraph, numbers[i], numbers[next - 1]), paragraph, numbers[i], spans));
            i = next;
        }

        return quotes;
    }

    private static QuoteBlock MarkSpans(QuoteBlock quote, Paragraph paragraph, int first, IReadOnlyList<TextSpan> spans)
    {
        var start = paragraph.Sentences[first - 1].Start;
        var covered = new Sentence(start, quote.Text.Length);
        return quote with
        {
            Marks = [.. spans.Select(span => FindOverlap(span, covered)).OfType<TextSpan>().Select(span => span with { Start = span.Start - start })],
        };
    }

    private static TextSpan? FindOverlap(TextSpan span, Sentence sentence)
    {
        var (start, end) = (Math.Max(span.Start, sentence.Start), Math.Min(span.End, sentence.End));
        return start < end ? new TextSpan(start, end - start) : null;
    }
}
