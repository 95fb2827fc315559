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
              It poured. It stopped. It began again. It never ended.
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
    [InlineData("page 12", "on-rain", 2)]
    [InlineData("on-rain page 13", "", 2)]
    [InlineData("page xi", "on-rain", 1)]
    [InlineData("page XI", "on-rain", 1)]
    [InlineData("page 3", "on-rain", 3)]
    public async Task APrintedPageIsFoundIfItIsKnown(string text, string reading, int paragraph)
    {
        IReadOnlyList<PageStart>[] pages = [[new PageStart(0, "xi")], [new PageStart(0, "12"), new PageStart(11, "13")], []];
        var printed = Rain with { Paragraphs = [.. Rain.Paragraphs.Select((one, i) => one with { Pages = pages[i] })] };

        var reply = await ShowAsync([printed, Sun], text, reading.Length > 0 ? [("reading", reading)] : []);

        Assert.Equal(paragraph, reply.Quotes.First().Citation.Paragraph);
    }

    [Fact]
    public async Task APageOfTwoReadingsIsAskedFor()
    {
        Reading[] both = [.. new[] { Rain, Sun }.Select(one => one with { Paragraphs = [.. one.Paragraphs.Select(part => part with { Pages = [new PageStart(0, "12")] })] })];

        var reply = await ShowAsync(both, "page 12");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(["page 12 reading:on-rain", "page 12 reading:case-for-1"], reply.Choices.Select(choice => choice.Text));
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
    public async Task ACitationOfTheOnlyReadingLeadsBackToItsPlace()
    {
        var dialogue = Rain with { Paragraphs = [.. Rain.Paragraphs.Select(paragraph => paragraph with { Speaker = "Ada", Pages = [new PageStart(0, "12")] })] };
        foreach (var text in (string[])["“Later”, ¶2.1–4", "p. 12, ¶2.1", "— “Later”, p. 12, ¶2.1", "Ada, “Later”, p. 12, ¶2.1", "Article 5(1), p. 12, ¶2.1"])
        {
            Assert.Equal(2, (await ShowAsync([dialogue], text)).Quotes.First().Citation.Paragraph);
        }
    }

    [Fact]
    public async Task AnotherReadingsNameDoesNotLeadToTheOnlyOne() =>
        Assert.Equal(ReplyStatus.Error, (await ShowAsync([Rain], "On Hail, ¶2")).Status);

    [Fact]
    public async Task ALongParagraphComesInPages()
    {
        var sentences = Enumerable.Range(1, 1900).Select(i => $"Sentence number {i} is here.");
        var book = TestReadings.Of("book", "A Book", "It begins.", string.Join(' ', sentences), "It ends.");

        var first = await ShowAsync([book], "¶2");
        var middle = await ShowAsync([book], "¶2.700");
        var before = await ShowAsync([book], "¶3");

        Assert.StartsWith("¶2 of “A Book”, part 1 of ", first.ToPlainText(), StringComparison.Ordinal);
        Assert.True(first.ToPlainText().Length < 6_000);
        Assert.Contains(first.Choices, choice => choice is { Label: "More of ¶2", Text: "¶2 page:2 reading:book" });
        Assert.DoesNotContain(first.Quotes, quote => quote.Citation.Paragraph == 3);
        Assert.Contains(middle.Quotes, quote => quote.Marks.Count == 1 && quote.Text.Contains("number 700 is", StringComparison.Ordinal));
        Assert.Contains("number 1900 is", before.ToPlainText(), StringComparison.Ordinal);
        Assert.True(before.ToPlainText().Length < 1_000);
    }

    [Theory]
    [InlineData("12 Of another.")]
    [InlineData("2.23E+08 16GB")]
    [InlineData("2")]
    public async Task ANoteIsReachedFromItsMark(string text)
    {
        var noted = Rain with
        {
            Paragraphs =
            [
                Rain.Paragraphs[0] with { NoteMarks = [new NoteMark(3, "2")] },
                Rain.Paragraphs[1] with { Kind = ParagraphKind.Note, Text = text, Sentences = [new Sentence(0, text.Length)] },
                Rain.Paragraphs[2] with { Kind = ParagraphKind.Note, Text = "2 Of this.", Sentences = [new Sentence(0, 10)] },
            ],
        };

        Assert.Contains((await ShowAsync([noted], "¶1")).Choices, choice => choice is { Label: "Note 2", Text: "¶3 reading:on-rain" });
    }

    [Fact]
    public async Task EveryParagraphOfTheSeedsIsShownWholeAndVerbatim()
    {
        foreach (var reading in TestReadings.Seeds)
        {
            foreach (var paragraph in reading.Paragraphs)
            {
                var reply = await ShowAsync(TestReadings.Seeds, $"{reading.Id}#{paragraph.Number}");
                var run = QuoteRun.TakeRun(reply.Blocks, 1);
                Assert.Equal(paragraph.Text, string.Join(' ', run.Select(quote => quote.Text)));
            }
        }
    }

    private static Task<ChatReply> ShowAsync(IReadOnlyList<Reading> readings, string text, params (string, string)[] options) =>
        CommandRunner.RunAsync(new ShowCommand(), TestReadings.Shelf(readings), text, options);
}
