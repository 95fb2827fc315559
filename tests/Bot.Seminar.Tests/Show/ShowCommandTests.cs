using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Show;

namespace Bot.Seminar.Tests.Show;

public sealed class ShowCommandTests
{
    private static readonly Reading Rain = TestReadings.Of(
        "on-rain", "On Rain", "It rained.", "# Later", "It poured. It stopped. It began again. It never ended.", "Then it snowed.");

    private static readonly Reading Sun = TestReadings.Of("case-for-1", "A Case for the Sun", "It shone.", "It burned.");

    [Fact]
    public async Task TheParagraphComesFirstAndThenItsNeighbours()
    {
        var reply = await ShowAsync([Rain], "¶2.2");

        Assert.Equal(
            """
            ¶2 of “On Rain”
              It poured. It stopped. It began again.
              It never ended.
              — On Rain, “Later”, ¶2.1–4 [on-rain]

            Before it:
              It rained.
              — On Rain, ¶1.1 [on-rain]

            After it:
              Then it snowed.
              — On Rain, “Later”, ¶3.1 [on-rain]

            → Show ¶1: show ¶1 reading:on-rain
            → Show ¶3: show ¶3 reading:on-rain
            """,
            reply.ToPlainText());
        var quote = reply.Quotes.First();
        var mark = Assert.Single(quote.Marks);
        Assert.Equal("It stopped.", quote.Text.Substring(mark.Start, mark.Length));
        Assert.All(reply.Quotes.Skip(1), other => Assert.Empty(other.Marks));
    }

    [Theory]
    [InlineData("on-rain ¶2")]
    [InlineData("on-rain#2")]
    [InlineData("on-rain #2.1")]
    [InlineData("on-rain¶2")]
    [InlineData("2 in on-rain")]
    [InlineData("¶2 On Rain")]
    [InlineData("On Rain, p. 2")]
    [InlineData("On Rain, “Later”, ¶2.1–4 [on-rain]")]
    [InlineData("— On Rain, “Later”, ¶2.1 [on-rain]")]
    public async Task APlaceMayBeWrittenAsPeopleCiteIt(string text)
    {
        var reply = await ShowAsync([Rain, Sun], text);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(("on-rain", 2), (reply.Quotes.First().Citation.Reading, reply.Quotes.First().Citation.Paragraph));
    }

    [Fact]
    public async Task ANameThatEndsInADigitIsNotReadAsAPlace()
    {
        Assert.Equal(2, (await ShowAsync([Rain, Sun], "case-for-1 2")).Quotes.First().Citation.Paragraph);
        Assert.StartsWith("Which paragraph of “A Case for the Sun”?", (await ShowAsync([Rain, Sun], "case-for-1")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOptionNamesTheReading() =>
        Assert.Equal("case-for-1", (await ShowAsync([Rain, Sun], "¶2", ("reading", "case-for-1"))).Quotes.First().Citation.Reading);

    [Fact]
    public async Task APlaceThatSeveralReadingsHaveIsAskedBack()
    {
        var reply = await ShowAsync([Rain, Sun], "¶2");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(
            """
            2 readings have a ¶2: on-rain, case-for-1. Which one do you mean?

            → On Rain: show ¶2 reading:on-rain
            → A Case for the Sun: show ¶2 reading:case-for-1
            """,
            reply.ToPlainText());
    }

    [Fact]
    public async Task APlaceThatOneReadingAloneHasNeedsNoName() =>
        Assert.Equal("on-rain", (await ShowAsync([Rain, Sun], "¶3")).Quotes.First().Citation.Reading);

    [Theory]
    [InlineData("¶9", "There is no ¶9 in any reading: “On Rain”, the longest, ends at ¶3.")]
    [InlineData("on-rain 4", "There is no ¶4: “On Rain” ends at ¶3.")]
    [InlineData("on-rain 2.9", "¶2 of “On Rain” has 4 sentences, so there is no ¶2.9. Write show ¶2 for the whole paragraph.")]
    [InlineData("on-snow 4", "No reading is called “on-snow”. The readings are: on-rain, case-for-1.")]
    [InlineData("¶99999999999999", "That names no place in a reading. Write a paragraph's number, for example: show ¶2, or show ¶2.1 for a sentence.")]
    [InlineData("¶0", "That names no place in a reading. Write a paragraph's number, for example: show ¶2, or show ¶2.1 for a sentence.")]
    [InlineData("the weather", "That names no place in a reading. Write a paragraph's number, for example: show ¶2, or show ¶2.1 for a sentence.")]
    public async Task APlaceThatIsNotThereIsExplained(string text, string sentence)
    {
        var reply = await ShowAsync([Rain, Sun], text);

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(sentence, reply.ToPlainText());
    }

    [Fact]
    public async Task TheEndsOfAReadingAreSaid()
    {
        Assert.StartsWith("¶1 of “On Rain”, the first paragraph\n", (await ShowAsync([Rain], "1")).ToPlainText(), StringComparison.Ordinal);
        Assert.StartsWith("¶3 of “On Rain”, the last paragraph\n", (await ShowAsync([Rain], "3")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryParagraphOfTheSeedsIsShownWholeAndVerbatim()
    {
        foreach (var reading in TestReadings.Seeds)
        {
            foreach (var paragraph in reading.Paragraphs)
            {
                var reply = await ShowAsync(TestReadings.Seeds, $"{reading.Id}#{paragraph.Number}");
                var run = QuoteRun.StartingAt(reply.Blocks, 1);
                Assert.Equal(paragraph.Text, string.Join(' ', run.Select(quote => quote.Text)));
            }
        }
    }

    private static Task<ChatReply> ShowAsync(IReadOnlyList<Reading> readings, string text, params (string, string)[] options) =>
        CommandRunner.RunAsync(new ShowCommand(TestReadings.Shelf(readings)), readings, text, options);
}
