using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Counter;
using Bot.Testing;

namespace Bot.Seminar.Tests.Counter;

public sealed class CounterCommandTests
{
    private static readonly Reading Zoning = TestReadings.Of(
        "zoning",
        "For strict zoning",
        "Strict zoning protects old quarters and improves the life of their people.",
        "Admittedly, strict zoning may make flats more expensive for the young.");

    private static readonly Reading Builders = TestReadings.Of(
        "builders",
        "Let them build",
        "Strict zoning does not protect old quarters. It has failed wherever rents rose.",
        "Bakeries sell bread in the morning.");

    private static readonly Reading[] Both = [Zoning, Builders];

    [Fact]
    public async Task ADenialInAnotherReadingIsACounterAndSaysWhatMadeItOne()
    {
        var reply = await Run("Strict zoning protects old quarters.");

        var denial = Assert.Single(reply.Quotes, quote => quote.Text.Contains("does not protect", StringComparison.Ordinal));
        Assert.Equal("other-reading", denial.Origin);
        Assert.Contains("denies", denial.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAuthorsConcessionComesFirstEvenWhereItSharesFewWords()
    {
        var quote = (await Run("Strict zoning protects old quarters.")).Quotes.First();

        Assert.StartsWith("Admittedly", quote.Text, StringComparison.Ordinal);
        Assert.Equal("concession", quote.Origin);
    }

    [Fact]
    public async Task EachCounterCanBeReadWhereItStands()
    {
        var reply = await Run("Strict zoning protects old quarters.");

        var choices = Assert.Single(reply.Blocks.OfType<ChoicesBlock>()).Choices;
        Assert.Equal(
            reply.Quotes.Select(quote => $"show ¶{quote.Citation.Paragraph}.{quote.Citation.Sentence} reading:{quote.Citation.Reading}"),
            choices.Select(choice => $"{choice.Command} {choice.Text}"));
        Assert.Equal("Show zoning ¶2", choices[0].Label);
    }

    [Fact]
    public async Task WhereNothingIsFoundNothingIsShown() =>
        Assert.Empty((await Run("Bakeries sell bread in the morning.")).Blocks.OfType<ChoicesBlock>());

    [SharedDataFact("seeds/eu-north-korea-playbook.txt")]
    public async Task TheConcessionOfAnAuthorWhoSharesTheClaimComesFirst()
    {
        var readings = TestReadings.Folder(SharedData.PathOf("seeds"));
        var command = new CounterCommand(TestReadings.Shelf(readings));

        var reply = await CommandRunner.RunAsync(command, readings, "The EU should embrace arms control talks with North Korea.");

        var quote = reply.Quotes.First();
        Assert.Equal("concession", quote.Origin);
        Assert.Contains("concedes", quote.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassageThatSupportsTheClaimIsNoCounter() =>
        Assert.DoesNotContain((await Run("Strict zoning protects old quarters.")).Quotes, quote => quote.Text.StartsWith("Strict zoning protects", StringComparison.Ordinal));

    [Fact]
    public async Task AClaimThatIsGivenAsAPlaceIsQuoted()
    {
        var reply = await CommandRunner.RunAsync(new CounterCommand(TestReadings.Shelf(Both)), Both, "¶1.1", ("reading", "zoning"));

        Assert.Equal(
            "Against “Strict zoning protects old quarters and improves the life of their people.”:", Assert.IsType<TextBlock>(reply.Blocks[0]).Text);
    }

    [Fact]
    public async Task WithoutACounterThereAreQuestionsMarkedAsQuestions()
    {
        var reply = await Run("Volcanoes cause long winters.");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("they are questions, not findings", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.InRange(reply.Blocks.OfType<ListBlock>().Single().Items.Count, 2, 3);
    }

    [Theory]
    [InlineData("the of and")]
    [InlineData("it is what it is")]
    public async Task AClaimOfLittleWordsIsAskedAgain(string claim) => Assert.Equal(ReplyStatus.Error, (await Run(claim)).Status);

    private static Task<ChatReply> Run(string claim) =>
        CommandRunner.RunAsync(new CounterCommand(TestReadings.Shelf(Both)), Both, claim);
}
