using Bot.Chat;
using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Tests.Quote;

/// <summary>Quotes that were copied from print, and quotes with omissions.</summary>
public sealed class CheckQuoteFromPrintTests
{
    private static readonly Reading Harbour = TestReadings.Of(
        "harbour",
        "The Harbour Tax",
        "Pride must be made to counteract pride. The council stopped caring. The quays emptied, as quays do, when nobody looked after them any more.",
        "S AILORS AND FISHERMEN want an engage- ment of the council. It has not lowered the tax. It will not. The old mayor ﬁnds that fair. A wellknown clerk left the town-hall at noon.",
        "The tax does not, whatever the old mayor of the town and all of his many friends in the council may have said about it, help the poor.");

    [Theory]
    [InlineData("The\u00A0council stopped\u202Fcaring")]
    [InlineData("The council stopped caring.¹ The quays emptied")]
    [InlineData("The council stopped caring.1 The quays emptied")]
    [InlineData("The council stopped caring12. The quays emptied")]
    [InlineData("The council stopped caring.† The quays emptied")]
    [InlineData("The council stopped caring.[3] The quays emptied")]
    [InlineData("The council *stopped* caring. The __quays__ emptied")]
    [InlineData("The coun- cil stopped caring")]
    [InlineData("Sailors and fishermen want")]
    [InlineData("P RIDE MUST BE made to counteract pride")]
    [InlineData("want an engagement of the council")]
    [InlineData("The old mayor finds that fair")]
    [InlineData("A well-known clerk left the townhall at noon")]
    [InlineData("A wellknown clerk left the townhall")]
    [InlineData("Sailors and fishermen want an engagement")]
    public async Task ChangesByPrintingDoNotCount(string quote) =>
        Assert.StartsWith("Verbatim: ", (await CheckAsync(quote)).ToPlainText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("The council stopped 1 caring")]
    [InlineData("The quays emptied 3 as quays do")]
    [InlineData("The coun cil stopped caring")]
    public async Task AWordOrFigureThatIsNotThereDoes(string quote) =>
        Assert.StartsWith("Altered: ", (await CheckAsync(quote)).ToPlainText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Pride must counteract pride", "¶1.1", "you left out ‘be made to’")]
    [InlineData("The quays emptied when nobody looked after them", "¶1.3", "you left out")]
    [InlineData("The tax does not help the poor", "¶3.1", "you left out")]
    public async Task WordsLeftOutInTheMiddleAreAnAlterationWithItsPlace(string quote, string anchor, string difference)
    {
        var text = (await CheckAsync(quote)).ToPlainText();

        Assert.StartsWith($"Altered: the quote comes from “The Harbour Tax”, {anchor}", text, StringComparison.Ordinal);
        Assert.Contains(difference, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It has … lowered the tax", "not")]
    [InlineData("The tax does … help the poor", "not")]
    [InlineData("has … lowered", "not")]
    public async Task AnEllipsisThatHidesANegationIsNotVerbatim(string quote, string hidden)
    {
        var text = (await CheckAsync(quote)).ToPlainText();

        Assert.StartsWith("Altered: the words are in “The Harbour Tax”", text, StringComparison.Ordinal);
        Assert.Contains($"leaves out “{hidden}”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEssayIsToldOfItToo()
    {
        var text = (await CheckAsync(
            "The essay says of the council that “It has … lowered the tax”, and it says in another place, of the same town, that “The council stopped caring”.")).ToPlainText();

        Assert.Contains("altered", text, StringComparison.Ordinal);
        Assert.Contains("your ellipsis leaves out “not”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWholeSentenceThatIsLeftOutMayHoldOne() =>
        Assert.StartsWith("Verbatim: ", (await CheckAsync("It has not lowered the tax. … The old mayor finds that fair.")).ToPlainText(), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReadingLanguage.German, "Der Rat hat die Steuer nicht gesenkt.", "Der Rat hat die Steuer … gesenkt")]
    [InlineData(ReadingLanguage.French, "Le conseil n’a jamais baissé la taxe.", "Le conseil … baissé la taxe")]
    [InlineData(ReadingLanguage.Italian, "Il consiglio non ha abbassato la tassa.", "Il consiglio … ha abbassato la tassa")]
    public async Task ANegationIsKnownInTheLanguageOfTheReading(ReadingLanguage language, string sentence, string quote)
    {
        var reading = TestReadings.Of("steuer", "Steuer", sentence) with { Language = language };

        Assert.StartsWith("Altered: the words are in", (await CheckAsync(quote, reading)).ToPlainText(), StringComparison.Ordinal);
    }

    private static Task<ChatReply> CheckAsync(string quote) => CheckAsync(quote, Harbour);

    private static Task<ChatReply> CheckAsync(string quote, Reading reading)
    {
        var shelf = TestReadings.Shelf(reading);
        return CommandRunner.RunAsync(QuoteCommands.Make(), shelf, quote);
    }
}
