using System.Text;

namespace Bot.Chat.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public void AQuoteStandsIndentedAboveThePlaceItComesFrom()
    {
        var reply = ChatReply.Answer(new TextBlock("One passage answers."), Quote("It rained.", 4, 2) with { Note = "concedes: “it”" });

        Assert.Equal(
            """
            One passage answers.

            concedes: “it”
              It rained.
              — On Weather, “Rain”, ¶4.2 [weather]
            """,
            reply.ToPlainText());
    }

    [Fact]
    public void APointStandsAboveTheMessageAndThePlaceThatItLeadsTo()
    {
        var point = new Point("It will rain.") { Remark = "(2 messages)", Message = new Uri("https://chat.example/1"), Place = Place(4, 2) };

        Assert.Equal(
            """
            Points for
            - It will rain. (2 messages) https://chat.example/1
              — On Weather, “Rain”, ¶4.2 [weather]
            - Snow.
            """,
            ChatReply.Answer(new HeadingBlock("Points for"), new PointsBlock([point, new Point("Snow.")])).ToPlainText());
    }

    [Fact]
    public void PiecesOfOneParagraphShareOneCitation()
    {
        var reply = ChatReply.Answer(
            Quote("It rained. It poured.", 4, 1) with { Citation = Place(4, 1) with { LastSentence = 2 } },
            Quote("Then it stopped.", 4, 3));

        Assert.Equal(
            """
              It rained. It poured. Then it stopped.
              — On Weather, “Rain”, ¶4.1–3 [weather]
            """,
            reply.ToPlainText());
    }

    [Fact]
    public void PiecesOfAParagraphWithoutSpacesAreJoinedWithoutOne()
    {
        var reply = ChatReply.Answer(
            Quote("雨が降った。", 4, 1),
            Quote("やんだ。", 4, 2));

        Assert.StartsWith("  雨が降った。やんだ。\n", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void LinesOfVerseKeepTheirBreaks()
    {
        var reply = ChatReply.Answer(
            Quote("The rain is late, the road is long.", 4, 1) with { LineStarts = [18] },
            Quote("We wait.", 4, 2) with { LineStarts = [0] });

        Assert.Equal(
            """
              The rain is late,
              the road is long.
              We wait.
              — On Weather, “Rain”, ¶4.1–2 [weather]
            """,
            reply.ToPlainText());
    }

    [Fact]
    public void TheOnlyReadingIsNotNamed() => Assert.EndsWith(
        "\n  — “Rain”, p. 12, ¶4.2",
        ChatReply.Answer(Quote("It rained.", 4, 2) with { Citation = Place(4, 2) with { Page = "12", IsReadingKnown = true } }).ToPlainText(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("On Weather", "On Weather")]
    [InlineData("On Weather: How Rain, Snow, and Sunshine Made the Towns of the Coast Rich", "On Weather")]
    [InlineData("Regulation of the Council of 13 June 2024 laying down rules on umbrellas and raincoats", "Regulation of the Council of 13 June 2024 laying down rules…")]
    public void LongTitlesAreShortenedInCitations(string title, string shown) => Assert.Equal(shown, new Citation("weather", title, 1, 1).ShortTitle);

    [Fact]
    public void QuotesThatDoNotReadOnKeepTheirOwnCitations()
    {
        var reply = ChatReply.Answer(Quote("It rained.", 4, 1), Quote("Then it stopped.", 4, 3), Quote("Snow.", 5, 4));

        Assert.Equal(3, reply.ToPlainText().Split("— On Weather").Length - 1);
    }

    [Fact]
    public void ASuggestionNeverRunsIntoAnAnswer()
    {
        var reply = ChatReply.Answer(Quote("It rained.", 4, 1), Quote("It poured.", 4, 2) with { IsSuggestion = true });

        Assert.Contains("¶4.1 [weather]\n\n", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void AListFollowsItsIntroductionAndAHeadingStandsOnItsContent()
    {
        var reply = ChatReply.Answer(
            new HeadingBlock("Thesis"),
            new TextBlock("Two things:"),
            new ListBlock(["rain", "snow\nand ice"]),
            new ChoicesBlock([new Choice("More", "find", "rain page:2"), new Choice("Help", "help", "")]));

        Assert.Equal(
            """
            Thesis
            Two things:
            - rain
            - snow
              and ice

            → More: find rain page:2
            → Help: help
            """,
            reply.ToPlainText());
    }

    [Fact]
    public void AFileIsItsTextAndATableBeginsWithAByteOrderMark()
    {
        var table = new FileBlock("rain.csv", FileBlock.Table, "day,rain\n1,weiß");

        Assert.Equal("It is this:\n\nday,rain\n1,weiß", ChatReply.Answer(new TextBlock("It is this:"), table).ToPlainText());
        Assert.Equal("\uFEFFday,rain\n1,weiß", Encoding.UTF8.GetString(table.ToBytes()));
        Assert.Equal("{}", Encoding.UTF8.GetString(new FileBlock("rain.json", "application/json", "{}").ToBytes()));
    }

    [Fact]
    public void ARunAsksForAQuote() =>
        Assert.Throws<ArgumentException>(() => QuoteRun.TakeRun([new TextBlock("no quote")], 0));

    private static QuoteBlock Quote(string text, int paragraph, int sentence) => new(text, Place(paragraph, sentence));

    private static Citation Place(int paragraph, int sentence) => new("weather", "On Weather", paragraph, sentence) { Section = "Rain" };
}
