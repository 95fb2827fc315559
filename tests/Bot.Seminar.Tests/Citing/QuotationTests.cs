using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Tests.Citing;

public sealed class QuotationTests
{
    private static readonly Reading Rain = TestReadings.Of("on-rain", "On Rain", "# Later", "It poured. It stopped. It began again.");

    [Fact]
    public void ACitationNamesThePrintedPageOnWhichTheQuoteBegins() => Assert.Equal(
        "On Rain, “Later”, p. 12, ¶1.1 [on-rain]", Source(Rain.Paragraphs[0] with { Pages = [new PageStart(0, "12"), new PageStart(11, "13")] }, 1, 1));

    [Fact]
    public void AQuoteThatRunsOverAPageNamesBoth() => Assert.Equal(
        "On Rain, “Later”, pp. xi–xii, ¶1.1–2 [on-rain]", Source(Rain.Paragraphs[0] with { Pages = [new PageStart(0, "xi"), new PageStart(14, "xii")] }, 1, 2));

    [Fact]
    public void ALawIsCitedByItsArticle() => Assert.Equal(
        "On Rain, Article 5(1)(c), ¶1.1 [on-rain]", Source(Rain.Paragraphs[0] with { Section = "Article 5: Duties", Provision = "Article 5(1)(c)" }, 1, 1));

    [Fact]
    public void AJudgmentIsCitedByHeadingAndNumber() => Assert.Equal(
        "On Rain, “Later”, [38], ¶1.1 [on-rain]", Source(Rain.Paragraphs[0] with { Provision = "[38]" }, 1, 1));

    [Fact]
    public void ASpeechIsCitedWithItsSpeaker() => Assert.Equal(
        "On Rain, Socrates, “Later”, ¶1.1 [on-rain]", Source(Rain.Paragraphs[0] with { Speaker = "Socrates" }, 1, 1));

    [Fact]
    public void LinesOfVerseHaveTheirOffsetsInTheQuote()
    {
        var quote = Quotation.Of(Rain, Rain.Paragraphs[0] with { LineStarts = [11, 17, 23] }, 2, 3);

        Assert.Equal("It stopped. It began again.", quote.Text);
        Assert.Equal([0, 6, 12], quote.LineStarts);
    }

    [Fact]
    public void ARowOfATableComesWithTheHeadsOfItsColumns() => Assert.Equal(
        "Columns: Year | Rain", Quotation.Of(Rain, Rain.Paragraphs[0] with { TableHead = "Year | Rain" }, 1, 1).Note);

    private static string Source(Paragraph paragraph, int first, int last) => QuoteRun.DescribeSource(Quotation.Of(Rain, paragraph, first, last).Citation);
}
