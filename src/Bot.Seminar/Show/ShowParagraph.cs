using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Show;

/// <summary>The reply that shows one paragraph in its surroundings.</summary>
internal static class ShowParagraph
{
    /// <summary>Shows a place that the reading has.</summary>
    public static ChatReply Of(Reading reading, Anchor anchor)
    {
        var number = anchor.Paragraph;
        var blocks = new List<ReplyBlock> { new HeadingBlock($"¶{number} of “{reading.Title}”{WhereItStands(reading, number)}") };
        blocks.AddRange(Quotes(reading, number).Select(quote => anchor.Sentence is { } sentence ? Mark(reading, quote, sentence) : quote));
        blocks.AddRange(Neighbour(reading, number - 1, "Before it"));
        blocks.AddRange(Neighbour(reading, number + 1, "After it"));

        var choices = new[] { number - 1, number + 1 }
            .Where(neighbour => reading.Find(neighbour) is not null)
            .Select(neighbour => new Choice($"Show ¶{neighbour}", "show", $"¶{neighbour} reading:{reading.Id}"))
            .ToList();
        if (choices.Count > 0)
        {
            blocks.Add(new ChoicesBlock(choices));
        }

        return ChatReply.Answer(blocks);
    }

    private static string WhereItStands(Reading reading, int number) => (number == 1, number == reading.Paragraphs.Count) switch
    {
        (true, true) => ", the only paragraph",
        (true, false) => ", the first paragraph",
        (false, true) => ", the last paragraph",
        _ => "",
    };

    private static IReadOnlyList<QuoteBlock> Quotes(Reading reading, int number) =>
        reading.Find(number) is { } paragraph ? WholeParagraph.Quote(reading, paragraph) : [];

    private static IEnumerable<QuoteBlock> Neighbour(Reading reading, int number, string place) =>
        Quotes(reading, number).Select((quote, i) => i == 0 ? quote with { Note = $"{place}:" } : quote);

    private static QuoteBlock Mark(Reading reading, QuoteBlock quote, int sentence)
    {
        if (sentence < quote.Citation.Sentence || sentence > quote.Citation.LastSentence)
        {
            return quote;
        }

        var sentences = reading.Paragraphs[quote.Citation.Paragraph - 1].Sentences;
        var offset = sentences[quote.Citation.Sentence - 1].Start;
        return quote with { Marks = [new TextSpan(sentences[sentence - 1].Start - offset, sentences[sentence - 1].Length)] };
    }
}
