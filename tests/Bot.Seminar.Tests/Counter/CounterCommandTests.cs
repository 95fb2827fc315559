using Bot.Chat;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;
using Bot.Seminar.Counter;
using Bot.Testing;

namespace Bot.Seminar.Tests.Counter;

public sealed class CounterCommandTests
{
    private const string Claim = "Strict zoning protects old quarters.";

    private static readonly Reading Zoning = TestReadings.Of(
        "zoning",
        "For strict zoning",
        "Strict zoning protects old quarters.",
        "Admittedly, strict zoning may make flats more expensive for the young.");

    private static readonly Reading Builders = TestReadings.Of(
        "builders",
        "Let them build",
        "Strict zoning does not protect old quarters. It has failed wherever rents rose.",
        "Bakeries sell bread in the morning.");

    private static readonly Reading[] Both = [Zoning, Builders];
    private static readonly CriticalQuestions Questions = CriticalQuestions.Load(CriticalQuestions.ShippedFile);

    [Fact]
    public async Task ADenialInAnotherReadingIsOfferedWithItsOrigin()
    {
        var reply = await Run(Claim);

        var denial = Assert.Single(reply.Quotes, quote => quote.Text.Contains("does not protect", StringComparison.Ordinal));
        Assert.Equal("other-reading", denial.Origin);
        Assert.Equal("“Let them build” says:", denial.Note);
    }

    [Fact]
    public async Task AnAdmissionInTheReadingOfTheClaimIsAConcession() =>
        Assert.Equal("concession", Assert.Single((await Run(Claim)).Quotes, quote => quote.Text.StartsWith("Admittedly", StringComparison.Ordinal)).Origin);

    [Fact]
    public async Task TheClaimItselfIsNotACounterargument() =>
        Assert.DoesNotContain((await Run(Claim)).Quotes, quote => quote.Text.StartsWith("Strict zoning protects", StringComparison.Ordinal));

    [Fact]
    public async Task EachCounterCanBeReadWhereItStands()
    {
        var reply = await Run(Claim);

        Assert.NotEmpty(reply.Quotes);
        Assert.Equal(
            reply.Quotes.Select(quote => quote.Citation).DistinctBy(place => (place.Reading, place.Paragraph))
                .Select(place => $"show ¶{place.Paragraph}.{place.Sentence} reading:{place.Reading}"),
            Assert.Single(reply.Blocks.OfType<ChoicesBlock>()).Choices.Select(choice => $"{choice.Command} {choice.Text}"));
    }

    [Theory]
    [InlineData(Certainty.Sure, Certainty.Unsure, ReplyStatus.Answered, "seem to speak against the claim", "less sure that these")]
    [InlineData(Certainty.Unsure, Certainty.Sure, ReplyStatus.Unsure, "may speak against the claim", null)]
    [InlineData(Certainty.Sure, Certainty.Sure, ReplyStatus.Answered, "seem to speak against the claim", null)]
    public void EachPassageIsOfferedAsSurelyAsItIsFound(Certainty first, Certainty second, ReplyStatus status, string said, string? before)
    {
        var counters = new[] { (Zoning, first), (Builders, second) }.Select(item => new Counterargument(
            new Passage(item.Item1, item.Item1.Paragraphs[0], 1, 1) { Certainty = item.Item2 }, Origin.OtherReading));

        var reply = CounterReply.Of(new CounterResult([.. counters]), [], Questions, Claim);

        Assert.Equal(status, reply.Status);
        var texts = reply.Blocks.OfType<TextBlock>().Select(block => block.Text).ToList();
        Assert.Contains(said, texts[0], StringComparison.Ordinal);
        Assert.Equal(before is null ? 1 : 2, texts.Count);
        Assert.Contains(before ?? "", texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void AnItemOfAListComesWithWhatIntroducesTheList()
    {
        var rules = TestReadings.Of("rules", "Rules", "Prohibited:", "Sharing code between students.");
        rules = rules with { Paragraphs = [rules.Paragraphs[0], rules.Paragraphs[1] with { Kind = ParagraphKind.ListItem }] };
        var counter = new Counterargument(new Passage(rules, rules.Paragraphs[1], 1, 1) { Certainty = Certainty.Sure }, Origin.OtherReading);

        var quote = Assert.Single(CounterReply.Of(new CounterResult([counter]), [], Questions, Claim).Quotes);

        Assert.Equal(("Prohibited:", "“Rules” says, listed under “Prohibited”:"), (quote.Lead, quote.Note));
    }

    [Fact]
    public void APassageThatIsNotNearIsNotOfferedFirst()
    {
        var counter = new Counterargument(new Passage(Builders, Builders.Paragraphs[0], 1, 1) { Certainty = Certainty.None }, Origin.OtherReading);

        Assert.Equal(ReplyStatus.Abstained, CounterReply.Of(new CounterResult([counter]), [], Questions, Claim).Status);
    }

    [Fact]
    public async Task AClaimThatIsGivenAsAPlaceIsQuoted()
    {
        var reply = await Run("¶1.1", ("reading", "zoning"));

        Assert.Equal($"Against “{Claim}”:", Assert.IsType<TextBlock>(reply.Blocks[0]).Text);
    }

    [Fact]
    public async Task OneReadingCanBeSearchedAlone()
    {
        var reply = await Run(Claim, ("reading", "builders"));

        Assert.NotEmpty(reply.Quotes);
        Assert.All(reply.Quotes, quote => Assert.Equal("builders", quote.Citation.Reading));
    }

    [Theory]
    [InlineData("Strict zoning has protected old quarters since 2")]
    [InlineData("2 is the right number of floors for old quarters")]
    public async Task AClaimWithANumberIsNoPlace(string claim)
    {
        var reply = await Run(claim, ("reading", "builders"));

        Assert.NotEmpty(reply.Quotes);
        Assert.DoesNotContain("Against “", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.All(reply.Quotes, quote => Assert.Equal("builders", quote.Citation.Reading));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("zoning 1.1")]
    public async Task APlaceNeedsNoSign(string place) =>
        Assert.Equal($"Against “{Claim}”:", Assert.IsType<TextBlock>((await Run(place, ("reading", "zoning"))).Blocks[0]).Text);

    [Fact]
    public async Task WithoutACounterThereAreQuestionsMarkedAsQuestions()
    {
        var reply = await Run("Volcanoes cause long winters on the planet Neptune.");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("they are questions, not findings", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.InRange(reply.Blocks.OfType<ListBlock>().Single().Items.Count, 2, 3);
    }

    [Theory]
    [InlineData("the of and")]
    [InlineData("it is what it is")]
    public async Task AClaimThatSaysNothingIsAskedAgain(string claim) => Assert.Equal(ReplyStatus.Error, (await Run(claim)).Status);

    private static Task<ChatReply> Run(string claim, params (string Name, string Value)[] options)
    {
        var shelf = LocalModels.Shelf(Both);
        return CommandRunner.RunAsync(new CounterCommand(LocalModels.Embedder(shelf), new CounterSearch(LocalModels.Retriever), Questions), shelf, claim, options);
    }
}
