using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Find;
using Bot.Testing;

namespace Bot.Seminar.Tests.Find;

public sealed class FindCommandTests
{
    private static readonly Shelf SeedShelf = LocalModels.Shelf(TestReadings.Seeds);

    private static readonly Reading Harbour = TestReadings.Of(
        "harbour",
        "The Harbour Wall",
        "The harbour wall was built of granite. Nobody remembers who paid for it.",
        "It was a “very quiet” harbour for a hundred years. Gulls nested on the wall.",
        "The masons of the town repaired walls in winter, when the fishermen mended nets.",
        "# References",
        "Town archive, accounts of the harbour wall, 1890.");

    private static readonly Reading Lighthouse = TestReadings.Of(
        "lighthouse",
        "The Lighthouse",
        "Granite came to the lighthouse by barge. The EU paid for the lamp, and told us so.",
        "Barges still call at the lighthouse in summer.");

    [Fact]
    public async Task EachPassageHasItsMatchesMarked()
    {
        var reply = await Run("granite wall");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(["wall", "granite"], Marked(reply.Quotes.First()));
        Assert.All(reply.Quotes, quote => Assert.NotEmpty(quote.Marks));
    }

    [Fact]
    public async Task AWordIsFoundInItsOtherForms() =>
        Assert.Equal(["barge", "Barges"], (await Run("barges")).Quotes.SelectMany(Marked).Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public async Task AParagraphIsListedOnceAndReferencesAreNot()
    {
        var reply = await Run("harbour wall");

        Assert.Equal(reply.Quotes.Count(), reply.Quotes.Select(quote => (quote.Citation.Reading, quote.Citation.Paragraph)).Distinct().Count());
        Assert.DoesNotContain(reply.Quotes, quote => quote.Citation.Section == "References");
    }

    [Theory]
    [InlineData("\"GRANITE came to\"", "Granite came to")]
    [InlineData("“a very quiet harbour”", "a “very quiet” harbour")]
    [InlineData("\"who paid for it\"", "who paid for it")]
    [InlineData("\"it was a\"", "It was a")]
    public async Task APhraseMatchesWordForWordExceptCaseAndQuotationMarks(string text, string found) =>
        Assert.Contains(found, Marked(Assert.Single((await Run(text)).Quotes)));

    [Fact]
    public async Task APhraseIsOfWholeWords()
    {
        var reply = await Run("\"the barge\"");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("Without the quotation marks there are 2 passages.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("the barge", Assert.Single(reply.Blocks.OfType<ChoicesBlock>()).Choices[0].Text);
    }

    [Fact]
    public async Task AWordWithAMinusSignLeavesParagraphsOut()
    {
        var reply = await Run("granite -barges");

        Assert.Equal("harbour", Assert.Single(reply.Quotes).Citation.Reading);
    }

    [Fact]
    public async Task TheReplySaysSoIfTheMinusSignExcludesEverything()
    {
        var reply = await Run("barge -lighthouse");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("“lighthouse” is excluded. Otherwise there are 2 passages.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadingNarrowsTheSearch()
    {
        var reply = await Run("granite", ("reading", "lighthouse"));
        Assert.Equal("lighthouse", Assert.Single(reply.Quotes).Citation.Reading);

        var none = await Run("gulls", ("reading", "lighthouse"));
        Assert.Equal(ReplyStatus.Abstained, none.Status);
        Assert.Contains("In the other readings there is 1 passage.", none.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the of and")]
    [InlineData("-granite")]
    [InlineData("the -granite")]
    public async Task WordsThatCannotBeLookedForAreExplained(string text) =>
        Assert.Equal(ReplyStatus.Error, (await Run(text)).Status);

    [Fact]
    public async Task AnEmptyResultIsReported()
    {
        var reply = await Run("zeppelin");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Equal("Nothing in the readings has those words.", reply.ToPlainText());
    }

    [Fact]
    public async Task AnAcronymInCapitalsIsNotTheWordThatItSpells()
    {
        Assert.Equal(["EU"], Marked(Assert.Single((await Run("EU")).Quotes)));
        Assert.Equal(ReplyStatus.Abstained, (await Run("US")).Status);
    }

    [Fact]
    public async Task APageHasFivePassagesAndLeadsToTheNext()
    {
        var first = await Seeds("sanctions -oil");
        Assert.Equal(5, first.Quotes.Count());
        Assert.Matches("^1–5 of [0-9]+ passages:", first.ToPlainText());
        Assert.Equal(new Choice("More", "find", "sanctions -oil page:2"), Assert.Single(first.Blocks.OfType<ChoicesBlock>()).Choices[0]);

        var second = await Seeds("sanctions -oil", ("page", "2"));
        Assert.StartsWith("6–10 of ", second.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(first.Quotes.Select(quote => quote.Text).Intersect(second.Quotes.Select(quote => quote.Text)));

        var beyond = await Seeds("sanctions -oil", ("page", "999"));
        Assert.Equal(ReplyStatus.Error, beyond.Status);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"granite")]
    [InlineData("granite - wall")]
    [InlineData("\"(granite [\" \\ ?+*")]
    [InlineData("-\"")]
    [InlineData("🪨 \"\" -")]
    public async Task OddSignsNeverFail(string text) => Assert.NotEmpty((await Run(text)).ToPlainText());

    [Fact]
    public async Task ScoresFallDownTheList()
    {
        var scores = (await Seeds("arms control")).Quotes.Select(quote => quote.Score ?? -1).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }

    private static IEnumerable<string> Marked(QuoteBlock quote) => quote.Marks.Select(mark => quote.Text[mark.Start..mark.End]);

    private static Task<ChatReply> Run(string text, params (string Name, string Value)[] options) =>
        CommandRunner.RunAsync(new FindCommand(new FindSearch(LocalModels.Retriever)), LocalModels.Shelf([Harbour, Lighthouse]), text, options);

    private static Task<ChatReply> Seeds(string text, params (string Name, string Value)[] options) =>
        CommandRunner.RunAsync(new FindCommand(new FindSearch(LocalModels.Retriever)), SeedShelf, text, options);
}
