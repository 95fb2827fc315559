using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using CsCheck;

namespace Bot.Seminar.Tests.Quote;

/// <summary>Properties of any quote from the shipped readings.</summary>
public sealed class CheckQuotePropertyTests
{
    private static readonly Shelf Shelf = TestReadings.Shelf(TestReadings.Seeds);

    // Consecutive words of a paragraph. Without lists of sources, because several readings have the same source.
    private static readonly Gen<Span> Spans =
        from reading in Gen.OneOf(TestReadings.Seeds.Select(Gen.Const).ToArray())
        from paragraph in Gen.OneOf(LongParagraphs(reading).Select(Gen.Const).ToArray())
        let words = paragraph.Text.Split(' ')
        from first in Gen.Int[0, words.Length - 12]
        from count in Gen.Int[8, Math.Min(40, words.Length - first)]
        let span = new Span(reading, paragraph, words[first..(first + count)])
        where span.Words.Count(HasLetter) >= 6
        select span;

    [Fact]
    public void AnySpanIsVerbatimHoweverItIsTyped() =>
        Gen.Select(Spans, Gen.Int).Sample(
            (span, seed) =>
            {
                var reply = Check(Retype(span.Text, new Random(seed)));

                Assert.StartsWith("Verbatim", Said(reply), StringComparison.Ordinal);
                Assert.Contains(reply.Quotes, quote => quote.Citation.Reading == span.Reading.Id.Value && quote.Citation.Paragraph == span.Paragraph.Number);
            },
            iter: 300);

    [Fact]
    public void AReplacedWordIsNamed() =>
        Gen.Select(Spans, Gen.Int[0, 1000]).Sample(
            (span, chance) =>
            {
                var replaceable = Enumerable.Range(0, span.Words.Length).Where(i => span.Words[i].Length > 3 && span.Words[i].All(char.IsLetter)).ToList();
                if (replaceable.Count == 0)
                {
                    return;
                }

                var replaced = replaceable[chance % replaceable.Count];
                var words = span.Words.ToArray();
                words[replaced] = "marmalade";
                var reply = Check(string.Join(' ', words));

                Assert.StartsWith("Altered", Said(reply), StringComparison.Ordinal);
                var items = Assert.Single(reply.Blocks.OfType<ListBlock>()).Items;
                Assert.Contains(items, item => item.StartsWith($"you wrote ‘marmalade’, the reading has ‘{span.Words[replaced]}’", StringComparison.Ordinal));
            },
            iter: 300);

    [Fact]
    public void TwoSpansOfDifferentPlacesAreStitched() =>
        Gen.Select(Spans, Spans).Where((first, second) => first.Paragraph != second.Paragraph).Sample(
            (first, second) =>
            {
                var reply = Check($"{first.Text} {second.Text}");

                Assert.StartsWith("Stitched", Said(reply), StringComparison.Ordinal);
                Assert.Equal(
                    [(first.Reading.Id.Value, first.Paragraph.Number), (second.Reading.Id.Value, second.Paragraph.Number)],
                    reply.Quotes.Select(quote => (quote.Citation.Reading, quote.Citation.Paragraph)).Distinct());
            },
            iter: 200);

    [Fact]
    public void AnyTextGetsAReply() =>
        Gen.String[0, 400].Sample(text => Assert.NotEmpty(Check(text).ToPlainText()), iter: 500);

    private static ChatReply Check(string quote) =>
        CommandRunner.RunAsync(QuoteCommands.Make(), Shelf, quote).GetAwaiter().GetResult();

    private static string Said(ChatReply reply) => reply.Blocks.OfType<TextBlock>().First().Text;

    private static IEnumerable<Paragraph> LongParagraphs(Reading reading) => reading.Paragraphs
        .Where(paragraph => paragraph.Role == ParagraphRole.Body && paragraph.Text.Split(' ').Length > 12);

    private static bool HasLetter(string word) => word.Any(char.IsLetter);

    private static string Retype(string text, Random random)
    {
        var typed = text;
        if (random.Next(2) == 0)
        {
            typed = random.Next(2) == 0 ? typed.ToUpperInvariant() : typed.ToLowerInvariant();
        }

        typed = random.Next(3) switch
        {
            0 => typed.Replace('"', '“').Replace('\'', '’'),
            1 => typed.Replace('“', '"').Replace('”', '"').Replace('’', '\''),
            _ => typed,
        };
        typed = random.Next(2) == 0 ? typed.Replace('-', '–') : typed.Replace('–', '-').Replace('—', '-');
        typed = random.Next(2) == 0 ? typed.Replace(" ", "  \t", StringComparison.Ordinal) : typed;
        return random.Next(2) == 0 ? $"“{typed}”" : typed;
    }

    private sealed record Span(Reading Reading, Paragraph Paragraph, string[] Words)
    {
        public string Text { get; } = string.Join(' ', Words);
    }
}
