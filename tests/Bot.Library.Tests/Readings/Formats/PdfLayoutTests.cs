using Bot.Library.Readings;
using Bot.Library.Readings.Formats.Pdf;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class PdfLayoutTests
{
    private const string First =
        "The committee met for three days in the old library, and nobody who took part would say afterwards what it had agreed on. Its report came out a year later.";

    private const string Second =
        "The report argues that the river should be left to find its own bed, whatever the town may think. It runs to forty pages and nobody has read them all.";

    private const string Third =
        "A minority of two disagreed. They would rather build the wall, pay for it over thirty years, and keep the market where it is and always was.";

    [Fact]
    public void LinesThatStandFarApartAreReadInOrder()
    {
        var pdf = new PrintedPdf().Page();
        var text = string.Join(' ', First, Second, Third, First, Second, Third);
        pdf.Stretched(700, 72, 460, text, leading: 27.6);

        Assert.Equal(text, string.Join(' ', Texts(pdf)));
    }

    [Fact]
    public void WordsThatHaveNoSpaceBetweenThemAreStillWords()
    {
        var pdf = new PrintedPdf().Page()
            .WithoutSpaces(700, 1.6, "The", "committee", "met", "for", "three", "days", "in", "the", "old", "library", "of", "the", "town,", "and")
            .WithoutSpaces(686, 1.6, "nobody", "who", "took", "part", "would", "say", "afterwards", "what", "it", "had", "agreed", "on.");

        Assert.Equal(
            ["The committee met for three days in the old library of the town, and nobody who took part would say afterwards what it had agreed on."],
            Texts(pdf));
    }

    [Fact]
    public void ColumnsBelowATitleAreReadOneAfterTheOther()
    {
        var pdf = new PrintedPdf().Page()
            .Line(760, "On Rivers and Walls and the Towns That Stand Beside Them", size: 18)
            .Column(700, 60, 225, $"{First} {Third}")
            .Column(700, 305, 225, $"{Second} {Third}");

        Assert.Equal([$"{First} {Third}", $"{Second} {Third}"], Texts(pdf));
    }

    [Fact]
    public void MarksOfNotesAtOneHeightStayInTheirColumns()
    {
        string[] left = ["The committee met for three days in the old", "library, and nobody said what it had agreed", "on. The wall was paid for by the people who", "live beside it and by the town of Harrow."];
        string[] right = ["A later report asks what the river has cost", "since then. It argues that the town should", "leave the river to find its own bed, as the", "rivers of the north did long before it."];
        var pdf = new PrintedPdf().Page();
        for (var i = 0; i < left.Length; i++)
        {
            pdf.Line(700 - (14 * i), left[i], left: 60).Line(700 - (14 * i), right[i], left: 305);
        }

        pdf.Line(690, "9", left: 60 + PrintedPdf.WidthOf(left[1]), size: 6.5).Line(690, "13", left: 305 + PrintedPdf.WidthOf(right[1]), size: 6.5);

        left[1] += "9";
        right[1] += "13";
        Assert.Equal($"{string.Join(' ', left)} {string.Join(' ', right)}", string.Join(' ', Texts(pdf)));
    }

    [Fact]
    public void ASentenceGoesOnInTheNextColumnWhateverLetterItBeginsWith()
    {
        string[] left = ["The committee met for three days in the old", "library, and nobody who took part in it would", "say afterwards what it had agreed on or why.", "The wall was paid for by the good people of"];
        string[] right = ["Harrow, who never saw it. The report argues", "that the river should be left to find its bed,", "whatever the town may think. It runs to forty", "pages and nobody has ever read them all."];
        var pdf = new PrintedPdf().Page();
        for (var i = 0; i < left.Length; i++)
        {
            pdf.Line(700 - (14 * i), left[i], left: 60).Line(700 - (14 * i), right[i], left: 305);
        }

        Assert.Contains("the good people of Harrow, who never saw it.", Assert.Single(Texts(pdf)), StringComparison.Ordinal);
    }

    [Fact]
    public void ANarrowColumnBesideAWideGutterIsNotWovenIntoTheText()
    {
        var pdf = new PrintedPdf().Page().Column(700, 60, 300, $"{First} {Third}")
            .Line(700, "Meeting of the council", left: 480, size: 8)
            .Line(686, "3 to 5 May 1998, Harrow", left: 480, size: 8);

        Assert.Equal($"{First} {Third}", Texts(pdf).First());
    }

    [Fact]
    public void AShortLineBetweenNumberedParagraphsStandsAlone()
    {
        // The first paragraph fills its last line.
        var pdf = new PrintedPdf().Page().Lines(
            700,
            "12. The council heard two witnesses on the wall, and neither of them had seen it.",
            "Both said that the miller had told them of it in the spring, long before the flood.",
            "The costs of the wall",
            "13. The wall was to cost the town more than the houses that it was to protect, as",
            "the mayor himself said when he was asked.");

        Assert.Equal(
            ["12. The council heard two witnesses on the wall, and neither of them had seen it. Both said that the miller had told them of it in the spring, long before the flood.",
             "The costs of the wall",
             "13. The wall was to cost the town more than the houses that it was to protect, as the mayor himself said when he was asked."],
            Texts(pdf));
    }

    [Fact]
    public void HeadsOfASmallPageOnLargePaperAreLeftOutAndItsNumbersKept()
    {
        string[] years = ["one", "two", "three", "four", "five", "six", "seven"];
        var pdf = new PrintedPdf();
        for (var page = 1; page <= 7; page++)
        {
            pdf.Page()
                .Line(690, page % 2 == 0 ? $"{page + 10} RIVER BOARD v. TOWN OF HARROW" : $"Cite as: 12 H. L. 345 (1999) {page + 10}", left: 160)
                .Line(672, "Opinion of the Board", left: 230)
                .Column(650, 160, 300, $"{(page == 1 ? "In year" : "in year")} {years[page - 1]} the town asked once more what the river would cost and waited for an answer that did not");
        }

        pdf.Page().Column(650, 160, 300, "come.");
        var reading = Read.Bytes("file.pdf", pdf.Build());

        var paragraph = Assert.Single(reading.Paragraphs);
        Assert.DoesNotContain("RIVER BOARD", paragraph.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Opinion", paragraph.Text, StringComparison.Ordinal);
        Assert.Contains("did not in year three the town", paragraph.Text, StringComparison.Ordinal);
        Assert.Equal(["11", "12", "13", "14", "15", "16", "17"], paragraph.Pages.Select(page => page.Label));
        Assert.StartsWith("in year four", paragraph.Text[paragraph.Pages[3].Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void ARepeatedLineNearTheTopOfShortPagesIsNotAFooter()
    {
        var pdf = new PrintedPdf();
        foreach (var place in new[] { "mill", "bridge", "harbour", "market" })
        {
            pdf.Page().Line(700, $"The {place} belongs to the town.").Line(660, "It was sold in spring.");
        }

        var reading = Read.Bytes("file.pdf", pdf.Build());

        Assert.Equal(4, reading.Lines().Count(line => line.Contains("It was sold in spring.", StringComparison.Ordinal)));
    }

    [Fact]
    public void AStampWithTheNumberOfThePageIsLeftOut()
    {
        var reading = Read.Bytes("file.pdf", new PrintedPdf().Page()
            .Line(815, "Case 3:21-cv-00417-XYZ Document 8 Filed 03/04/21 Page 2 of 42")
            .Column(740, 72, 450, First)
            .Line(90, "2", left: 300).Build());

        Assert.Equal([First], reading.Lines());
        Assert.Equal("2", reading.Paragraphs[0].Page);
    }

    [Fact]
    public void NumbersOfLinesAreLeftOut()
    {
        var pdf = new PrintedPdf().Page();
        string[] lines =
        [
            "The committee met for three days in the old library, and nobody who", "took part would say afterwards what it had agreed on. Its report came",
            "out a year later, and it argues that the river should be left to find its", "own bed, whatever the town may think. It runs to forty pages, and it is",
            "said that nobody has read them all, not even the mayor, who paid for the", "printing of the report out of the money that was meant for the wall.",
        ];
        foreach (var (index, line) in lines.Index())
        {
            pdf.Line(700 - (24 * index), $"{index + 1}", left: 50).Line(700 - (24 * index), line, left: 90);
        }

        Assert.Equal([string.Join(' ', lines)], Texts(pdf));
    }

    [Fact]
    public void RaisedMarksLeadToTheirNotesAndAreNotWords()
    {
        var pdf = new PrintedPdf().Page()
            .Line(700, "The town has stopped caring.").Line(704, "1", left: 72 + PrintedPdf.WidthOf("The town has stopped caring.") + 0.5, size: 6.5)
            .Line(700, "The river has not, and it will", left: 82 + PrintedPdf.WidthOf("The town has stopped caring."))
            .Line(686, "rise again as it has risen each spring since the wall was built.")
            .Line(104, "1", left: 72, size: 5).Line(100, "Town Archive, 1884, page 12, where the mayor says so in the clearest words", left: 77, size: 8)
            .Line(91, "3 times over.", size: 8);
        var reading = Read.Bytes("file.pdf", pdf.Build());

        Assert.Equal(
            ["The town has stopped caring. The river has not, and it will rise again as it has risen each spring since the wall was built.",
             "Notes: 1 Town Archive, 1884, page 12, where the mayor says so in the clearest words 3 times over."],
            reading.Lines());
        Assert.Equal([new NoteMark("The town has stopped caring.".Length, "1")], reading.Paragraphs[0].NoteMarks);
        Assert.Equal(ParagraphKind.Note, reading.Paragraphs[1].Kind);
        Assert.Equal(ParagraphRole.Reference, reading.Paragraphs[1].Role);
    }

    [Fact]
    public void AMarkThatIsPrintedLikeTheTextIsStillAMark()
    {
        var reading = Read.Bytes("file.pdf", new PrintedPdf().Page()
            .Lines(700, "It dies when citizens stop asking, and it dies sooner when they stop caring.1 That is all", "that the report of the year 2.1 says on page 3 of the chapter on the town.")
            .Line(100, "1 Town Archive, 1884, page 12.", size: 8).Build());

        Assert.StartsWith("It dies when citizens stop asking, and it dies sooner when they stop caring. That is all", reading.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains("year 2.1 says", reading.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(reading.Paragraphs[0].NoteMarks).Label);
    }

    [Fact]
    public void ANoteGoesOnAtTheFootOfTheNextPage()
    {
        var reading = Read.Bytes("file.pdf", new PrintedPdf()
            .Page().Column(700, 72, 450, First).Line(100, "1 The archive of the town holds two letters on the matter, of which the first was", size: 8)
            .Page().Column(700, 72, 450, Second).Line(100, "lost in the flood.", size: 8).Build());

        Assert.Equal([First, Second, "Notes: 1 The archive of the town holds two letters on the matter, of which the first was lost in the flood."], reading.Lines());
    }

    [Fact]
    public void SmallPrintOnASeparatePageIsNotANote()
    {
        var pdf = new PrintedPdf().Page();
        pdf.Line(700, "1. The wall does not pre-empt the law of the town.", size: 8).Line(688, "2. The river may rise.", size: 8);
        pdf.Page().Column(700, 72, 450, $"{First} {Second}");

        Assert.Equal(["1. The wall does not pre-empt the law of the town.", "2. The river may rise.", $"{First} {Second}"], Texts(pdf));
    }

    [Fact]
    public void ACompoundAtALineEndKeepsItsHyphenIfTheWholeIsNotAWord()
    {
        var pdf = new PrintedPdf().Page().Lines(
            700,
            "The law of contract is old, and whoever knows the law will know that the contract-",
            "law principles of the town are older than its self-govern-",
            "ment, though a committee may govern it; no sub-",
            "committee ever did.");

        Assert.Equal(
            ["The law of contract is old, and whoever knows the law will know that the contract-law principles of the town are older than its "
             + "self-government, though a committee may govern it; no subcommittee ever did."],
            Texts(pdf));
    }

    [Fact]
    public void ARowOfATableIsAParagraphAndACaptionStandsApart()
    {
        var pdf = new PrintedPdf().Page().Column(700, 72, 450, $"{First} It was said that the wall would cost the town of");
        foreach (var (index, row) in new[] { ("Year", "Wall", "Dike"), ("1884", "12,000", "900"), ("1885", "13,500", "950") }.Index())
        {
            pdf.Line(600 - (14 * index), row.Item1).Line(600 - (14 * index), row.Item2, left: 200).Line(600 - (14 * index), row.Item3, left: 330);
        }

        pdf.Line(540, "Table 1: What the town paid").Column(500, 72, 450, $"Harrow more than it had. {Second}");
        var reading = Read.Bytes("file.pdf", pdf.Build());

        Assert.Equal(
            [$"{First} It was said that the wall would cost the town of Harrow more than it had. {Second}",
             "Year | Wall | Dike", "1884 | 12,000 | 900", "1885 | 13,500 | 950", "Table 1: What the town paid"],
            reading.Lines());
        Assert.Equal(
            [ParagraphKind.Prose, ParagraphKind.Table, ParagraphKind.Table, ParagraphKind.Table, ParagraphKind.Caption],
            reading.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Fact]
    public void HebrewIsReadFromRightToLeftAndItsFiguresFromLeftToRight()
    {
        Assert.Equal("שלום", PdfDirection.JoinLetters(["ם", "ו", "ל", "ש"]));
        Assert.Equal("1884", PdfDirection.JoinLetters(["1", "8", "8", "4"]));
        Assert.Equal(
            ["בשנת", "1884", "עלה", "River", "Board", "הנהר"],
            PdfDirection.PutInOrder([Word("הנהר"), Word("River"), Word("Board"), Word("עלה"), Word("1884"), Word("בשנת")]).Select(word => word.Text));

        static PdfWord Word(string text) => new(text, 0, 10, 0, 10, text.Length, 0);
    }

    [Fact]
    public void LettersThatArePrintedAsOneSignAreLetters() =>
        Assert.Equal(["The office of finance denied it, and the affair was over."], Read.Text("The o\uFB03ce of \uFB01nance denied it, and the a\uFB00air was over.").Lines());

    [Fact]
    public void LettersAndFiguresOfAFormulaArePlain() =>
        Assert.Equal(["The mayor saved CO2, ab and Z9 of the mayor."], Read.Text("The mayor saved \U0001D436\U0001D442\U0001D7D0, \U0001D41A\U0001D68B and \U0001D689\U0001D7FF of t\u210Ee mayor.").Lines());

    [Fact]
    public void TheDateIsTheOneThatTheFirstPageSays()
    {
        var reading = Read.Bytes("file.pdf", new PrintedPdf().Named(created: "D:20251230120000+00'00'").Page()
            .Line(780, "Published: 03 March 2021")
            .Line(740, "On Rivers and the Walls That Towns Build Against Them", size: 20)
            .Column(690, 72, 450, First).Build());

        Assert.Equal(new DateOnly(2021, 3, 3), reading.Date);
        Assert.Equal("On Rivers and the Walls That Towns Build Against Them", reading.Title);
    }

    private static IEnumerable<string> Texts(PrintedPdf pdf) => Read.Bytes("file.pdf", pdf.Build()).Paragraphs.Select(paragraph => paragraph.Text);
}
