using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;
using Bot.Seminar.Summary;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Summary;

public sealed class SummaryCommandTests
{
    private static readonly Lazy<Shelf> SeedShelf = new(() => LocalModels.Shelf(TestReadings.Seeds));

    private static readonly Reading Ferry = TestReadings.Of(
        "ferry",
        "Keep the Night Ferry",
        "The town must keep its night ferry, whatever the harbour office says about the costs. Why does nobody say so?",
        "# What it carries",
        "The night ferry carries the nurses of the island to the hospital before the first bus leaves. They would lose two hours a day without it.",
        "The night ferry fails no timetable because it waits for the tide. A bridge was promised in 1987 and never built.",
        "# What is said against it",
        "While it is true that the night ferry runs at a loss, the loss is smaller than the cost of a single ambulance boat.",
        "# What to do",
        "The council should pay for the night ferry out of the harbour tax. It should also print a timetable that people can read.",
        "# References",
        "Harbour office, accounts of the night ferry, 2019.");

    private static readonly Reading Bees = TestReadings.Of(
        "bees",
        "A Year with Bees",
        "The bees came in April, in a box that hummed on the back seat of the car. We carried the box to the orchard at dusk.",
        "In June the hive swarmed into the neighbour's pear tree, and the neighbour shut every window of the house.");

    public static TheoryData<string, string, int, int> SeedsAndLengths()
    {
        var data = new TheoryData<string, string, int, int>();
        foreach (var seed in TestReadings.Seeds)
        {
            data.Add(seed.Id.Value, "short", 4, 4);
            data.Add(seed.Id.Value, "medium", 8, 8);
            data.Add(seed.Id.Value, "long", 13, 14);
        }

        return data;
    }

    [Fact]
    public async Task AnAuthorOfOneTextNamesIt()
    {
        var duty = TestReadings.Of("thoreau-duty", "On Duty", "Nobody should pay for a war.", "A tax pays for it.", "So nobody should pay the tax.");

        Assert.Equal("thoreau-duty", (await Run([duty, Bees], "thoreau")).Quotes.First().Citation.Reading);
        Assert.StartsWith("“On Duty” by Ada Stone", (await Run([duty with { Author = "Ada Stone" }, Bees], "Stone")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoSectionsWithOneHeadingStayApart()
    {
        string[] paragraphs = [.. Enumerable.Range(1, 60).Select(i => $"The council of the town number {i} paid for a night ferry with lamps. It paid {i} crowns for its ropes and sails.")];
        var reading = TestReadings.Of(
            "towns", "Towns", ["# What it paid", .. paragraphs[..20], "# A pause", .. paragraphs[20..40], "# What it paid", .. paragraphs[40..]]);

        var whole = await Run([reading, Bees], "towns");
        var part = await Run([reading, Bees], "¶45", ("reading", "towns"));

        Assert.Equal(["What it paid", "A pause", "What it paid"], whole.Blocks.OfType<HeadingBlock>().Select(block => block.Text));
        Assert.Equal(whole.Quotes.Select(quote => quote.Citation.Paragraph).Order(), whole.Quotes.Select(quote => quote.Citation.Paragraph));
        Assert.All(part.Quotes, quote => Assert.InRange(quote.Citation.Paragraph, 41, 60));
    }

    [Theory]
    [InlineData("¶2", "ferry")]
    [InlineData("¶3.1", "ferry")]
    [InlineData("ferry ¶2", "")]
    public async Task APlaceStandsForItsSection(string text, string reading)
    {
        var reply = await Run([Ferry, Bees], text, reading.Length > 0 ? [("reading", reading)] : []);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.StartsWith("“What it carries” in “Keep the Night Ferry”", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReadingIsNamedOnceAboveItsQuotes()
    {
        var text = (await Run([Ferry, Bees], "", ("reading", "ferry"))).ToPlainText();

        Assert.StartsWith("“Keep the Night Ferry” [ferry], in ", text, StringComparison.Ordinal);
        Assert.Equal(0, text.LastIndexOf("“Keep the Night Ferry”", StringComparison.Ordinal));
        Assert.Equal(text.IndexOf("[ferry]", StringComparison.Ordinal), text.LastIndexOf("[ferry]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMissingPlaceIsNotATopic()
    {
        var reply = await Run([Ferry, Bees], "¶99", ("reading", "ferry"));

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Empty(reply.Quotes);
    }

    [Theory]
    [MemberData(nameof(SeedsAndLengths))]
    public async Task AnEssayIsSummedUpInTheLengthAskedFor(string reading, string length, int least, int most)
    {
        var reply = await Run(TestReadings.Seeds, "", ("reading", reading), ("length", length));

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.InRange(Sentences(reply), least, most);
        Assert.All(reply.Quotes, quote => Assert.Equal(reading, quote.Citation.Reading));
        Assert.All(reply.Quotes, quote => Assert.NotEqual("References", quote.Citation.Section));
        Assert.Equal(reply.Quotes.Count(), reply.Quotes.Select(quote => quote.Citation.Anchor).Distinct().Count());
    }

    [Fact]
    public async Task QuotesAreInReadingOrderAndDoNotDependOnOmittedSentences()
    {
        foreach (var seed in TestReadings.Seeds)
        {
            var reply = await Run(TestReadings.Seeds, "", ("reading", seed.Id.Value), ("length", "long"));

            var places = reply.Quotes.Select(quote => (quote.Citation.Paragraph, quote.Citation.Sentence)).ToList();
            Assert.Equal(places.Order(), places);
            Assert.DoesNotContain(reply.Quotes, quote => Opening.LeansBack(quote.Text));
        }
    }

    [Fact]
    public async Task ASentenceThatLeansOnAnotherIsShownWithItOrNotAtAll()
    {
        var reading = TestReadings.Of(
            "lamps",
            "Lamps",
            "The harbour lamps burn oil. They guide the night ferry past the harbour rocks into the harbour.",
            "This makes the harbour lamps of the night ferry dear to the harbour town.",
            "Bread is baked before dawn in the old street.",
            "The mill grinds wheat for the whole valley in autumn.");

        var reply = await Run([reading], "");

        Assert.All(reply.Quotes, quote => Assert.False(Opening.LeansBack(quote.Text)));
        Assert.DoesNotContain(reply.Quotes, quote => quote.Text.Contains("This makes", StringComparison.Ordinal));
        Assert.Contains(reply.Quotes, quote => quote.Text == "The harbour lamps burn oil. They guide the night ferry past the harbour rocks into the harbour.");
    }

    [Fact]
    public async Task ARepeatedSentenceIsQuotedOnce()
    {
        var reading = TestReadings.Of(
            "echo",
            "Echo",
            "The night ferry carries the nurses of the island to the hospital.",
            "The nurses of the island are carried to the hospital by the night ferry.",
            "The orchard gives apples that the market sells in autumn.",
            "A choir rehearses in the chapel on every second evening.");

        var reply = await Run([reading], "");

        Assert.Equal(2, Sentences(reply));
        Assert.Single(reply.Quotes, quote => quote.Text.Contains("nurses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALongTextIsSummedUpSectionBySection()
    {
        string[] subjects = ["ferry", "orchard", "library"];
        var lines = subjects.SelectMany(subject => Enumerable.Range(1, 25)
            .Select(i => $"The {subject} of the town served {i * 7} people who came for reason number {i}.")
            .Prepend($"# On the {subject}"));

        var reply = await Run([TestReadings.Of("town", "The Town", [.. lines])], "");

        Assert.Equal(["On the ferry", "On the orchard", "On the library"], reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text));
        Assert.All(reply.Quotes, quote => Assert.Contains(quote.Citation.Section!["On the ".Length..], quote.Text, StringComparison.Ordinal));
        Assert.Equal(8, Sentences(reply));
    }

    [SharedDataFact("seeds")]
    public async Task ARealArticleIsSummedUpInItsOwnSentences()
    {
        var readings = TestReadings.Folder(SharedData.PathOf("seeds"));

        foreach (var length in new[] { "short", "medium", "long" })
        {
            var reply = await Run(readings, "", ("length", length));

            Assert.NotEmpty(reply.Quotes);
            Assert.DoesNotContain(reply.Quotes, quote => quote.Citation.Section == "About the author" || Opening.LeansBack(quote.Text));
        }
    }

    [Fact]
    public async Task QuestionsAndReferencesAreNotQuoted()
    {
        var reply = await Run([Ferry], "", ("length", "long"));

        Assert.DoesNotContain(reply.Quotes, quote => quote.Text.Contains('?', StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Quotes, quote => quote.Citation.Section == "References");
    }

    [Theory]
    [InlineData("ferry")]
    [InlineData("Keep the Night Ferry")]
    [InlineData("night ferry keep")]
    public async Task AReadingIsFoundByItsNames(string name)
    {
        var reply = await Run([Bees, Ferry], name);

        Assert.StartsWith("“Keep the Night Ferry” [ferry], in", Said(reply), StringComparison.Ordinal);
        Assert.All(reply.Quotes, quote => Assert.Equal("ferry", quote.Citation.Reading));
    }

    [Fact]
    public async Task ASectionIsFoundByItsHeading()
    {
        var reply = await Run([Bees, Ferry], "what it carries");

        Assert.StartsWith("“What it carries” in “Keep the Night Ferry”", Said(reply), StringComparison.Ordinal);
        Assert.All(reply.Quotes, quote => Assert.Equal("What it carries", quote.Citation.Section));
    }

    [Fact]
    public async Task SeveralReadingsGetALineEach()
    {
        var reply = await Run([Bees, Ferry], "");

        Assert.Equal(["A Year with Bees", "Keep the Night Ferry"], reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text));
        Assert.Equal(["bees", "ferry"], reply.Quotes.Select(quote => quote.Citation.Reading));
    }

    [Fact]
    public async Task ATopicIsGroupedByReading()
    {
        var reply = await Run(TestReadings.Seeds, "sanctions");

        var headings = reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text).ToList();
        Assert.InRange(headings.Count, 2, 5);
        Assert.Equal(headings, reply.Quotes.Select(quote => quote.Citation.Title).Distinct());
        Assert.All(reply.Quotes, quote => Assert.Contains("sanction", quote.Text, StringComparison.OrdinalIgnoreCase));
        Assert.InRange(Sentences(reply), 4, 8);
    }

    [Fact]
    public async Task ATopicWithoutAWordOfTheReadingsIsUnsureAtMost() =>
        Assert.NotEqual(ReplyStatus.Answered, (await Run(TestReadings.Seeds, "embargoes")).Status);

    [Fact]
    public async Task ATopicStaysInTheReadingThatIsNamed()
    {
        var reply = await Run(TestReadings.Seeds, "sanctions", ("reading", "case-for-pressure"));

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.All(reply.Quotes, quote => Assert.Equal("case-for-pressure", quote.Citation.Reading));
    }

    [Fact]
    public async Task AnUnknownTopicIsAbstainedFromWithWhatThereIs()
    {
        var reply = await Run([Bees, Ferry], "zeppelins of Saturn");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Empty(reply.Quotes);
        Assert.Equal(["A Year with Bees (bees)", "Keep the Night Ferry (ferry)"], Assert.Single(reply.Blocks.OfType<ListBlock>()).Items);
    }

    [Fact]
    public async Task AnUnknownTopicOfOneReadingNamesItsSections()
    {
        var reply = await Run([Bees, Ferry], "zeppelins", ("reading", "ferry"));

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("What it carries", Assert.Single(reply.Blocks.OfType<ListBlock>()).Items);
    }

    [Theory]
    [InlineData("the of and")]
    [InlineData("🙂")]
    [InlineData("¶")]
    public async Task StopWordsAreNotATopic(string text)
    {
        var reply = await Run([Bees, Ferry], text);

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
    }

    [Fact]
    public async Task AnEmptyShelfIsSaidToBeEmpty()
    {
        var reply = await Run([], "");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("no readings are loaded", Said(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadingOfReferencesAloneHasNothingToSumUp()
    {
        var list = TestReadings.Of("list", "A List", "# References", "Harbour office, accounts of the night ferry, 2019.");

        var reply = await Run([list], "");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
    }

    // The seeds with vectors; the few lines of a test without.
    private static Task<ChatReply> Run(IReadOnlyList<Reading> readings, string text, params (string Name, string Value)[] options)
    {
        var shelf = ReferenceEquals(readings, TestReadings.Seeds) ? SeedShelf.Value : LocalModels.LexicalShelf(readings);
        var command = new SummaryCommand(new TopicSummary(LocalModels.Retriever), Options.Create(new SummaryOptions()));
        return CommandRunner.RunAsync(command, shelf, text, options);
    }

    private static string Said(ChatReply reply) => reply.Blocks.OfType<TextBlock>().First().Text;

    private static int Sentences(ChatReply reply) => reply.Quotes.Sum(quote => quote.Citation.LastSentence - quote.Citation.Sentence + 1);
}
