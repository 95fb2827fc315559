using System.Text;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class PdfFormatTests
{
    private const string First =
        "The committee met for three days in the old library, and nobody who took part would say afterwards what it had agreed on. Its report came out a year later.";

    private const string Second =
        "The report argues that the river should be left to find its own bed, whatever the town may think. It runs to forty pages and nobody has read them all.";

    private const string Third =
        "A minority of two disagreed. They would rather build the wall, pay for it over thirty years, and keep the market where it is and always was.";

    [Fact]
    public void LinesBecomeParagraphsAndLargePrintHeadings()
    {
        var reading = Read(new PrintedPdf().Page()
            .Line(740, "On Rivers and Walls", size: 22, isBold: true)
            .Column(690, 72, 450, First)
            .Line(620, "What it argues", size: 14)
            .Column(595, 72, 450, Second)
            .Line(520, "What others say", isBold: true)
            .Column(495, 72, 450, Third));

        Assert.Equal("On Rivers and Walls", reading.Title);
        Assert.Equal(
            [
                new RawBlock(First),
                new RawBlock("What it argues", IsHeading: true),
                new RawBlock(Second),
                new RawBlock("What others say", IsHeading: true),
                new RawBlock(Third),
            ],
            reading.Blocks);
    }

    [Fact]
    public void TwoColumnsAreReadOneAfterTheOther()
    {
        var reading = Read(new PrintedPdf().Page().Column(700, 60, 215, First).Column(700, 315, 215, Second));

        Assert.Equal([First, Second], Texts(reading));
    }

    [Fact]
    public void AnIndentBeginsAParagraph()
    {
        var reading = Read(new PrintedPdf().Page()
            .Line(700, "The committee met for three days in the old library of the town, and then it", 72)
            .Line(686, "wrote a report of which nobody who took part would later say what it said.", 72)
            .Line(672, "A minority of two disagreed; they would rather build the wall, pay for", 92)
            .Line(658, "it over thirty years, and keep the market in the place where it is now.", 72));

        Assert.Equal(2, reading.Blocks.Count);
        Assert.StartsWith("A minority", reading.Blocks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALineThatEndsEarlyWithItsSentenceEndsAParagraph()
    {
        var reading = Read(new PrintedPdf().Page().Lines(
            700,
            "The committee met for three days in the old library of the town, and then it",
            "wrote a report.",
            "A minority of two disagreed; they would rather build the wall, pay for it over",
            "thirty years, and keep the market in the place where it is now."));

        Assert.Equal(2, reading.Blocks.Count);
    }

    [Fact]
    public void BrokenWordsAreJoinedAndCompoundsKeepTheirHyphen()
    {
        var reading = Read(new PrintedPdf().Page().Lines(
            700,
            "The well-known committee met for three days in the library, and it was a com-",
            "mittee that everybody in the town had heard of, since it was not only well-",
            "known there but also feared, and its chairman was the mayor, that is Jean-",
            "Paul Example himself."));

        Assert.Equal(
            "The well-known committee met for three days in the library, and it was a committee that everybody in the town had heard of, "
            + "since it was not only well-known there but also feared, and its chairman was the mayor, that is Jean-Paul Example himself.",
            Assert.Single(reading.Blocks).Text);
    }

    [Fact]
    public void RunningHeadsAndPageNumbersAreLeftOutAndSentencesGoOnAcrossPages()
    {
        var pdf = new PrintedPdf();
        string[] ends = ["and so the committee", "before it met again", "as it had always done", "which was the end of it."];
        foreach (var (index, end) in ends.Index())
        {
            pdf.Page()
                .Line(800, index % 2 == 0 ? "The Example Review" : $"{index + 1} On Rivers", size: 9)
                .Column(700, 72, 450, $"{(index == 0 ? "In year" : "in year")} {index} the town asked once more what the river would cost and waited for an answer, {end}")
                .Line(40, $"{index + 1}", left: 290);
        }

        var text = Assert.Single(Texts(Read(pdf)));

        Assert.DoesNotContain("Review", text, StringComparison.Ordinal);
        Assert.Contains("and so the committee in year 1 the town", text, StringComparison.Ordinal);
        Assert.EndsWith("which was the end of it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ATitleInTheMarginIsNotARunningHead()
    {
        var pdf = new PrintedPdf().Page().Line(790, "On Rivers", size: 24).Column(700, 72, 450, First);
        for (var page = 2; page < 6; page++)
        {
            pdf.Page().Line(800, "On Rivers", size: 9).Column(700, 72, 450, Second);
        }

        var reading = Read(pdf);

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal([First, Second, Second, Second, Second], Texts(reading));
    }

    [Fact]
    public void ATableOfContentsIsLeftOutAndItemsLoseTheirSigns()
    {
        var reading = Read(new PrintedPdf().Page()
            .Lines(740, "The wall ........................ 2", "The dike ........................ 31")
            .Lines(640, "The committee names three reasons for what it proposes in its report:", "• the wall is too dear,", "• the dike is too low."));

        Assert.Equal(
            ["The committee names three reasons for what it proposes in its report:", "the wall is too dear,", "the dike is too low."],
            Texts(reading));
    }

    [Fact]
    public void ALineOfTheTextThatComesBackStays()
    {
        var pdf = new PrintedPdf();
        for (var page = 0; page < 4; page++)
        {
            pdf.Page().Column(700, 72, 450, $"{First} {page} times.").Column(450, 72, 450, "The river rose again.");
        }

        Assert.Equal(4, Texts(Read(pdf)).Count(text => text == "The river rose again."));
    }

    [Fact]
    public void FootnotesStandAtTheEndUnderNotes()
    {
        var reading = Read(new PrintedPdf()
            .Page().Column(700, 72, 450, First + " " + Second + " It was said that").Line(100, "1 Town Archive, 1884, page 12.", size: 8)
            .Page().Column(700, 72, 450, "the river had won. " + Third));

        Assert.Equal(
            [$"{First} {Second} It was said that the river had won. {Third}", "Notes", "1 Town Archive, 1884, page 12."],
            Texts(reading));
    }

    [Fact]
    public void ThePropertiesGiveTitleAuthorAndDate()
    {
        var reading = Read(new PrintedPdf().Named("On Rivers", "Ada Example", "D:20230504120000+02'00'").Page().Column(700, 72, 450, First));

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal("Ada Example", reading.Author);
        Assert.Equal(new DateOnly(2023, 5, 4), reading.Date);
    }

    [Theory]
    [InlineData("Microsoft Word - rivers final2.doc")]
    [InlineData("rivers_v3.indd")]
    [InlineData("untitled")]
    public void ALeftoverIsNotATitle(string title)
    {
        var reading = Read(new PrintedPdf().Named(title, "user").Page().Column(700, 72, 450, First));

        Assert.Null(reading.Title);
        Assert.Null(reading.Author);
    }

    [Fact]
    public void AScanIsRefusedWithAWayToFixIt() => AssertRefused("text recognition", new PrintedPdf().Page().Build());

    [Fact]
    public void AProtectedFileSaysSo() => AssertRefused("password", Encoding.Latin1.GetBytes(
        $"""
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
        endobj
        4 0 obj
        << /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>
        endobj
        trailer
        << /Root 1 0 R /Encrypt 4 0 R /Size 5 /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>
        %%EOF
        """));

    [Theory]
    [InlineData("")]
    [InlineData("Just words.")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF")]
    public void SomethingElseIsRefused(string content) => AssertRefused("PDF", Encoding.Latin1.GetBytes(content));

    [Fact]
    public void ACutFileIsRefused()
    {
        var whole = new PrintedPdf().Page().Column(700, 72, 450, First).Build();
        AssertRefused("damaged", whole[..(whole.Length / 3)]);
    }

    [Fact]
    public void EndlessNestingIsRefused() => AssertRefused(
        "PDF", Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 200_000) + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"));

    private static IEnumerable<string> Texts(RawReading reading) => reading.Blocks.Select(block => TextMarks.RemoveMarks(block.Text));

    private static void AssertRefused(string reason, byte[] content) => Assert.Contains(
        reason,
        Assert.Throws<UnreadableFileException>(() => new PdfFormat().Read(content, CancellationToken.None)).Message,
        StringComparison.Ordinal);

    private static RawReading Read(PrintedPdf pdf) => new PdfFormat().Read(pdf.Build(), CancellationToken.None);
}
