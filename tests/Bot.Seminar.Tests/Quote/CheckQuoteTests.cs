using Bot.Chat;
using Bot.Library.Readings;

namespace Bot.Seminar.Tests.Quote;

public sealed class CheckQuoteTests
{
    private static readonly Reading Harbour = TestReadings.Of(
        "harbour",
        "The Harbour Tax",
        "# The case",
        "The council must lower the harbour tax before winter. It hasn’t done so since 1998–99, and the “small boats” have paid for it.",
        "Fishermen in the U.S.-built fleet pay less: 1,200 dollars a year. Ports — large and small — compete for them, and no port can ignore that.",
        "# What to do",
        "A lower tax would fill the quays. A naïve reader may doubt it [3]. The figures of Lisbon, Porto and Setúbal leave no doubt.",
        "The council said that ships avoid the harbour tax by sailing on.");

    private static readonly Reading Quay = TestReadings.Of(
        "quay",
        "A Quay of One’s Own",
        "Every town has one quay that it calls its own. A lower tax would fill the quays.",
        "Nobody weighs a herring twice. The night watch counts the boats and then the lamps, and in the morning it counts the cats.");

    private static readonly IReadOnlyList<Reading> Readings = [Harbour, Quay];

    [Theory]
    [InlineData("The council must lower the harbour tax before winter.", "¶1.1")]
    [InlineData("council must lower the harbour", "¶1.1")]
    [InlineData("“THE COUNCIL must  lower the harbour tax before winter”", "¶1.1")]
    [InlineData("It hasn't done so since 1998-99, and the 'small boats' have paid for it", "¶1.2")]
    [InlineData("Ports - large and small - compete for them", "¶2.2")]
    [InlineData("Fishermen in the U.S.-built fleet pay less: 1,200 dollars", "¶2.1")]
    [InlineData("A nai\u0308ve reader may doubt it", "¶3.2")]
    [InlineData("A lower tax would \uFB01ll the quays", "¶3.1")]
    [InlineData("har\u00ADbour tax before winter", "¶1.1")]
    [InlineData("[T]he council must lower", "¶1.1")]
    [InlineData("reader may doubt it. The figures of Lisbon", "¶3.2")]
    [InlineData("small boats have paid [sic] for it", "¶1.2")]
    [InlineData("the har- bour tax before winter", "¶1.1")]
    public async Task WordsOfAReadingAreVerbatimHoweverTheyAreTyped(string quote, string anchor)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.StartsWith("Verbatim", Said(reply), StringComparison.Ordinal);
        Assert.Equal(anchor, reply.Quotes.First().Citation.Anchor);
        Assert.NotEmpty(reply.Quotes.First().Marks);
    }

    [Fact]
    public async Task OfAPartOfAnEssayEachQuoteIsChecked()
    {
        var reply = await Check(
            "My essay is about taxes. The author says that “no port can ignore that”, and I agree. Later she writes \"the council may lower the harbour tax "
                + "before winter\", which I doubt. Others hold that «whales vote for the mayor» or “no doubt” at all.");

        Assert.Equal(
            "3 quotes in that text: 1 verbatim, 1 altered, 1 not found.\n"
                + "- “no port can ignore that” — verbatim: “The Harbour Tax”, ¶2.2\n"
                + "- “the council may lower the harbour tax before winter” — altered: “The Harbour Tax”, ¶1.1; you wrote ‘may’, the reading has ‘must’\n"
                + "- “whales vote for the mayor” — not found\n\n"
                + "Check a single quote to see its passage and each change.",
            reply.ToPlainText());
        Assert.Equal(ReplyStatus.Answered, reply.Status);
    }

    [Theory]
    [InlineData("“The council must lower the harbour tax before winter”", "Verbatim")]
    [InlineData("It hasn’t done so since 1998–99, and the “small boats” have paid for it", "Verbatim")]
    [InlineData("She says “whales vote for the mayor” there.", "Not found")]
    [InlineData("“whales vote for the mayor” and “herrings read the news”", "Not found")]
    public async Task TextThatIsNotAnEssayIsOneQuote(string text, string said) =>
        Assert.StartsWith(said, Said(await Check(text)), StringComparison.Ordinal);

    [Fact]
    public async Task OfVeryManyQuotesTheFirstAreChecked()
    {
        var reply = await Check($"A long essay with a great many quotes: {string.Join(", ", Enumerable.Repeat("“whales vote for the mayor”", 27))}.");

        Assert.StartsWith("27 quotes in that text: 25 not found, 2 not checked.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council may lower the harbour tax before winter.", "you wrote ‘may’, the reading has ‘must’")]
    [InlineData("The council must lower the harbour tax before next winter", "you added ‘next’")]
    [InlineData("The council must lower the tax before winter", "you left out ‘harbour’")]
    [InlineData("Fishermen in the US-built fleet pay less", "you wrote ‘US’, the reading has ‘U.S.’")]
    [InlineData("Fishermen in the U.S.-built fleet pay less: 1,300 dollars a year", "you wrote ‘1,300’, the reading has ‘1,200’")]
    [InlineData("[The mayor] must lower the harbour tax", "[The mayor] is your own insertion, where the reading has ‘The council’")]
    [InlineData("A naive reader may doubt it", "you wrote ‘naive’, the reading has ‘naïve’")]
    public async Task AChangedQuoteShowsEachChange(string quote, string difference)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.StartsWith("Altered", Said(reply), StringComparison.Ordinal);
        var item = Assert.Single(Assert.Single(reply.Blocks.OfType<ListBlock>()).Items);
        Assert.StartsWith(difference, item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedPunctuationIsCalledThat()
    {
        var reply = await Check("Ports, large and small, compete for them");

        Assert.StartsWith("Altered", Said(reply), StringComparison.Ordinal);
        Assert.Contains("only in punctuation", Said(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartOfAWordIsNeverVerbatim()
    {
        var reply = await Check("lower the harbour tax before win");

        Assert.StartsWith("Altered", Said(reply), StringComparison.Ordinal);
        Assert.Contains("you wrote ‘win’, the reading has ‘winter’", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council must lower … before winter")]
    [InlineData("The council must lower ... before winter")]
    [InlineData("The council must lower [. . .] before winter")]
    [InlineData("…The council must lower […] before winter…")]
    public async Task AnEllipsisMayStandForWordsOfTheSameParagraph(string quote)
    {
        var reply = await Check(quote);

        Assert.StartsWith("Verbatim", Said(reply), StringComparison.Ordinal);
        Assert.Contains("Your ellipsis leaves out: “the harbour tax”", Said(reply), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(reply.Quotes).Marks.Count);
    }

    [Fact]
    public async Task AnEllipsisAcrossParagraphsIsStitching()
    {
        var reply = await Check("The council must lower the harbour tax … and no port can ignore that");

        Assert.StartsWith("Stitched", Said(reply), StringComparison.Ordinal);
        Assert.Equal(["¶1.1", "¶2.2"], reply.Quotes.Select(quote => quote.Citation.Anchor));
    }

    [Fact]
    public async Task JoinedPartsAreShownInTheOrderTyped()
    {
        var reply = await Check("no port can ignore that nobody weighs a herring twice the council must lower the harbour tax");

        Assert.StartsWith("Stitched", Said(reply), StringComparison.Ordinal);
        Assert.Equal(["harbour ¶2.2", "quay ¶2.1", "harbour ¶1.1"], reply.Quotes.Select(quote => $"{quote.Citation.Reading} {quote.Citation.Anchor}"));
        Assert.Equal(["Part 1 of 3", "Part 2 of 3", "Part 3 of 3"], reply.Quotes.Select(quote => quote.Note));
    }

    [Fact]
    public async Task WordsOfSeveralPlacesAreFoundAtEach()
    {
        var reply = await Check("a lower tax would fill the quays");

        Assert.Contains("in 2 places", Said(reply), StringComparison.Ordinal);
        Assert.Equal(["harbour", "quay"], reply.Quotes.Select(quote => quote.Citation.Reading));
    }

    [Fact]
    public async Task AQuoteOverTheEndOfAParagraphRunsOn()
    {
        var reply = await Check("“small boats” have paid for it. Fishermen in the U.S.-built fleet pay less");

        Assert.StartsWith("Verbatim", Said(reply), StringComparison.Ordinal);
        Assert.Contains("continue in ¶2", Said(reply), StringComparison.Ordinal);
        Assert.Equal(["¶1.2", "¶2.1"], reply.Quotes.Select(quote => quote.Citation.Anchor).Take(2));
    }

    [Theory]
    [InlineData("tax", "occurs 4 times")]
    [InlineData("“herring”", "occurs once")]
    [InlineData("harbour tax", "occurs twice")]
    public async Task AWordOrTwoAreCounted(string quote, string count)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Contains(count, Said(reply), StringComparison.Ordinal);
        Assert.InRange(reply.Quotes.Count(), 1, 3);
    }

    [Theory]
    [InlineData("Sailors everywhere dream of distant islands and rum")]
    [InlineData("zeppelin")]
    [InlineData("of the and in a")]
    public async Task AQuoteThatIsInNoReadingIsNotFound(string quote)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.StartsWith("Not found", Said(reply), StringComparison.Ordinal);
        Assert.All(reply.Quotes, nearest => Assert.True(nearest.IsSuggestion));
    }

    [Fact]
    public async Task AParaphraseIsNotFoundAndTheNearestSentenceSuggested()
    {
        var reply = await Check("herrings, once landed, are not weighed twice over");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        var nearest = Assert.Single(reply.Quotes);
        Assert.True(nearest.IsSuggestion);
        Assert.Equal("¶2.1", nearest.Citation.Anchor);
    }

    [Theory]
    [InlineData("…")]
    [InlineData("“”")]
    [InlineData("?!")]
    [InlineData("🙂")]
    public async Task AQuoteWithoutWordsIsAskedForAgain(string quote)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Contains("checkquote", Said(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A Quay of One's Own", "the title “A Quay of One’s Own”")]
    [InlineData("what to do", "the heading “What to do” in “The Harbour Tax”")]
    public async Task WordsOfATitleOrHeadingAreToldAsSuch(string quote, string name)
    {
        var reply = await Check(quote);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Contains(name, Said(reply), StringComparison.Ordinal);
        Assert.Empty(reply.Quotes);
    }

    [Fact]
    public async Task AnEmptyShelfHasNoQuotes()
    {
        var reply = await CommandRunner.RunAsync(QuoteCommands.Make(), new Library.Shelf(), "the council must lower the tax");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
    }

    [Fact]
    public async Task ALongQuoteOfManyChangesStaysReadable()
    {
        var words = string.Join(' ', Quay.Paragraphs[1].Text.Split(' ').Select((word, i) => i % 3 == 1 ? "quux" : word));
        var reply = await Check(words);

        Assert.StartsWith("Altered", Said(reply), StringComparison.Ordinal);
        Assert.InRange(reply.Blocks.OfType<ListBlock>().Single().Items.Count, 2, 7);
    }

    private static Task<ChatReply> Check(string quote) =>
        CommandRunner.RunAsync(QuoteCommands.Make(), TestReadings.Shelf(Readings), quote);

    private static string Said(ChatReply reply) => reply.Blocks.OfType<TextBlock>().First().Text;
}
