using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Show;

/// <summary>Builds the reply that shows a paragraph with its neighbours.</summary>
internal static class ShowParagraph
{
    private const int MaxNotes = 3;

    /// <summary>Builds the reply for an existing place.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="anchor">The place.</param>
    /// <param name="page">Which page of a long paragraph; null for the one with the sentence.</param>
    public static ChatReply Of(Reading reading, Anchor anchor, int? page)
    {
        var number = anchor.Paragraph;
        var shown = ShowPage.Of(QuoteParagraph(reading, number), quote => Has(quote, anchor.Sentence), page);
        var heading = ShowTexts.FormatHeading($"¶{number}", reading.Title);
        var blocks = new List<ReplyBlock> { new HeadingBlock($"{heading}{DescribePlace(reading, number)}{shown.Remark}") };
        blocks.AddRange(shown.Quotes.Select(quote => anchor.Sentence is { } sentence ? Mark(reading, quote, sentence) : quote));
        if (shown.Number == 1)
        {
            blocks.AddRange(Neighbour(number - 1, ShowTexts.Before, all => [.. all.TakeLast(1)]));
        }

        if (shown.Number == shown.Count)
        {
            blocks.AddRange(Neighbour(number + 1, ShowTexts.After, all => [.. all.Take(1)]));
        }

        List<Choice> choices =
        [
            .. shown.Number < shown.Count
                ? [new Choice(ShowTexts.FormatMore($"¶{number}"), "show", $"¶{number} page:{shown.Number + 1} reading:{reading.Id}")]
                : Array.Empty<Choice>(),
            .. new[] { number - 1, number + 1 }.Where(near => reading.Find(near) is not null).Select(near => Show(ShowTexts.FormatShow($"¶{near}"), near)),
            .. FindNotes(reading, number).Select(note => Show(ShowTexts.FormatNote(note.Label), note.Number)),
        ];
        if (choices.Count > 0)
        {
            blocks.Add(new ChoicesBlock(choices));
        }

        return ChatReply.Answer(blocks);

        Choice Show(string label, int paragraph) => new(label, "show", $"¶{paragraph} reading:{reading.Id}");

        // A long neighbour is shown only in part: the page next to the paragraph.
        IEnumerable<QuoteBlock> Neighbour(int near, string place, Func<IReadOnlyList<QuoteBlock>, IReadOnlyList<QuoteBlock>> nearest)
        {
            var quotes = QuoteParagraph(reading, near);
            quotes = quotes.Count > 0 && ShowPage.Of(quotes, _ => true, null).Count > 1 ? nearest(quotes) : quotes;
            return quotes.Select((quote, i) => i == 0 ? quote with { Note = place } : quote);
        }
    }

    private static string DescribePlace(Reading reading, int number) => (number == 1, number == reading.Paragraphs.Count) switch
    {
        (true, true) => $", {ShowTexts.OnlyParagraph}",
        (true, false) => $", {ShowTexts.FirstParagraph}",
        (false, true) => $", {ShowTexts.LastParagraph}",
        _ => "",
    };

    private static IReadOnlyList<QuoteBlock> QuoteParagraph(Reading reading, int number) =>
        reading.Find(number) is { } paragraph ? WholeParagraph.Quote(reading, paragraph) : [];

    // The notes of the paragraph's note marks. If each chapter starts again with note 1, the next note with the number is used.
    private static IEnumerable<(string Label, int Number)> FindNotes(Reading reading, int number)
    {
        foreach (var mark in reading.Paragraphs[number - 1].NoteMarks.Take(MaxNotes))
        {
            if (
                reading.Paragraphs.Skip(number)
                    .FirstOrDefault(paragraph => paragraph.Kind == ParagraphKind.Note && IsLabelled(paragraph.Text, mark.Label)) is { } note)
            {
                yield return (mark.Label, note.Number);
            }
        }
    }

    private static bool IsLabelled(string note, string label)
    {
        var text = note.AsSpan().TrimStart("[(^");
        return text.StartsWith(label, StringComparison.Ordinal) && text[label.Length..] is [var next, ..] rest && !char.IsLetterOrDigit(next)
            && rest is not ['.' or ',', >= '0' and <= '9', ..]; // a number in a table
    }

    private static bool Has(QuoteBlock quote, int? sentence) => (sentence ?? 1) >= quote.Citation.Sentence && (sentence ?? 1) <= quote.Citation.LastSentence;

    private static QuoteBlock Mark(Reading reading, QuoteBlock quote, int sentence)
    {
        if (!Has(quote, sentence))
        {
            return quote;
        }

        var sentences = reading.Paragraphs[quote.Citation.Paragraph - 1].Sentences;
        var offset = sentences[quote.Citation.Sentence - 1].Start;
        return quote with { Marks = [new TextSpan(sentences[sentence - 1].Start - offset, sentences[sentence - 1].Length)] };
    }
}
