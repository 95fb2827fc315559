using Bot.Library.Readings;
using Bot.Testing;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class TextFormatTests
{
    private const string Long =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago. "
        + "Nobody answers, because the ministry that made the promise is gone, and the one that came after it has others to keep.";

    [Theory]
    [InlineData("Von Anna Schmidt und Karl Maria Weber", "3. Mai 2024", "Anna Schmidt und Karl Maria Weber", 2024, 5, 3)]
    [InlineData("Par Jeanne de La Tour", "Publié le 1er août 2021", "Jeanne de La Tour", 2021, 8, 1)]
    [InlineData("Por María del Valle", "26 de noviembre de 2024", "María del Valle", 2024, 11, 26)]
    [InlineData("Por João dos Santos", "7 de março de 2019", "João dos Santos", 2019, 3, 7)]
    [InlineData("Di Mario Rossi", "9 giugno 2020", "Mario Rossi", 2020, 6, 9)]
    [InlineData("Door Jan van der Berg", "14 mei 2022", "Jan van der Berg", 2022, 5, 14)]
    [InlineData("Autor: Ada Brook", "12. Dezember 2018", "Ada Brook", 2018, 12, 12)]
    public void BylinesAndDatesAreReadInTheLanguagesOfReadings(string byline, string date, string author, int year, int month, int day)
    {
        var reading = Read.Text($"Der Damm\n\n{byline}\n\n{date}\n\n{Long}\n\n{Long}");

        Assert.Equal(("Der Damm", author, new DateOnly(year, month, day)), (reading.Title, reading.Author, reading.Date));
    }

    [Fact]
    public void ATitleThatBeginsAsABylineDoesStaysATitle() =>
        Assert.Equal("Von Menschen und Dämmen", Read.Text($"Von Menschen und Dämmen\n\n{Long}\n\n{Long}").Title);

    [Fact]
    public void MarkdownThatIsCalledTextIsReadAsMarkdown()
    {
        var reading = Read.Text($"# The Dam\n\n*Nobody* pays for it.\n\n## Who Paid\n\n{Long}\n");

        Assert.Equal(("The Dam", "Nobody pays for it.", "Who Paid"), (reading.Title, reading.Paragraphs[0].Text, reading.Paragraphs[1].Section));
    }

    [Fact]
    public void ATextWithUnderlinedHeadingsIsReadAsRestructuredText()
    {
        var reading = Read.Text(
            """
            PEP: 801
            Title: The Council
            Author: Ada Brook,
                    Ben Weir

            Note
            ====

            Kept for :pep:`13` and `the old vote <https://example.org/vote>`__.

            Powers
            ------

            They can::

                vote

            .. _list: https://example.org

            * accept **proposals**
            * use ``code``
            """);

        Assert.Equal(("The Council", "Ada Brook, Ben Weir"), (reading.Title, reading.Author));
        Assert.Equal(
            ["Note: Kept for 13 and the old vote.", "Powers: They can:", "Powers: vote", "Powers: accept proposals", "Powers: use code"],
            reading.Lines());
        Assert.All(reading.Paragraphs, paragraph => Assert.Equal(ParagraphRole.Body, paragraph.Role));
    }

    [Fact]
    public void OneUnderlinedLineMakesNoRestructuredText() =>
        Assert.Equal("The Dam", Read.Text($"The Dam\n=======\n\n{Long}\n\n{Long}\n").Title);

    [Fact]
    public void ASignOfNumberAboveALineOfTextIsNoHeading() =>
        Assert.Equal("# 12 on the list", Read.Text($"# 12 on the list\nis the dam.\n\n{Long}\n\n{Long}").Title);

    [Fact]
    public void ASavedPageLosesItsFurnitureAndKeepsItsText()
    {
        var reading = Read.Text(
            $"""
            Opinion

            Who Pays for the Dam?{'\u00A0'}

            Latest Stories

            Opinion | Water | The North

            Who Pays for the Dam?

            A promise is older than the ministry that made it. That is no excuse.

            Who Pays for the Dam?
            Photo: Agency / A. Lens

            By Ada Brook
            March 3, 2026

            {Long}

            Before the Ministry

            {Long}

            Advertisement

            {Long}

            Authors
            Contributing Writer

            Ada Brook

            Ada Brook is a hydrologist who writes about rivers.

            Tags
            Water
            Dams
            """);

        Assert.Equal("Who Pays for the Dam?", reading.Title);
        Assert.Equal("Ada Brook", reading.Author);
        Assert.Equal(new DateOnly(2026, 3, 3), reading.Date);
        Assert.Equal(
            [
                "A promise is older than the ministry that made it. That is no excuse.",
                Long,
                $"Before the Ministry: {Long}",
                $"Before the Ministry: {Long}",
                "About the author: Ada Brook is a hydrologist who writes about rivers.",
            ],
            reading.Lines());
        Assert.Equal(ParagraphRole.AboutAuthor, reading.Paragraphs[^1].Role);
    }

    [Fact]
    public void TheAuthorIsTheOneWhomTheBiographyNames()
    {
        var reading = Read.Text($"A Dam\n\n{Long}\n\nAbout the author\nSenior Fellow\nAda de Brook\nAda de Brook is a hydrologist who writes on rivers.\n");

        Assert.Equal("Ada de Brook", reading.Author);
        Assert.Equal(["About the author"], reading.Sections);
    }

    [Fact]
    public void ANameAboveADateIsTheAuthorAndAHeadingBelowThemStays()
    {
        var reading = Read.Text($"Skip to content\nHome | News\nWhy the Dam Is Late\nAda Brook\nTue 3 Mar 2026 10.00 GMT\nShare\n\nThe First Year\n\n{Long}\n\nMost viewed\nA Goat\n");

        Assert.Equal(("Why the Dam Is Late", "Ada Brook", new DateOnly(2026, 3, 3)), (reading.Title, reading.Author, reading.Date));
        Assert.Equal([$"The First Year: {Long}"], reading.Lines());
    }

    [Fact]
    public void AFileOfOneLineIsItsText() => Assert.Equal(["No dam"], Read.Text("No dam").Lines());

    [Fact]
    public void APlainTextKeepsEachLineThatIsNotItsTitle()
    {
        var reading = Read.Text($"On Dams\n\nThe first question\n\n{Long}\n\nThe second question\n\n{Long}\n");

        Assert.Equal("On Dams", reading.Title);
        Assert.Equal(["The first question", "The second question"], reading.Sections);
        Assert.Equal([Long, Long], reading.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void ATextWithoutATitleIsNamedByItsFile()
    {
        var reading = Read.Bytes("week-3/the_old_dam.txt", "It rained a lot, and so the river rose over its banks."u8.ToArray());

        Assert.Equal("The old dam", reading.Title);
        Assert.Equal(["It rained a lot, and so the river rose over its banks."], reading.Lines());
    }

    [Fact]
    public void LinesBrokenToAWidthAreJoined()
    {
        var reading = Read.Text(
            """
            On Dams

            The river floods each spring, and each spring the town asks who should pay
            for the dam that was promised to it a long time ago. Nobody an-
            swers, because the ministry that made the promise is gone, and the one that
            came after it has other promises to keep in other towns.

            A second paragraph begins here and runs on for as long as the first one did,
            so that its lines are broken at the same width.
            """);

        Assert.Equal(
            [
                "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago. "
                + "Nobody answers, because the ministry that made the promise is gone, and the one that came after it has other promises to keep in other towns.",
                "A second paragraph begins here and runs on for as long as the first one did, so that its lines are broken at the same width.",
            ],
            reading.Lines());
    }

    [Fact]
    public void ShortLinesInARowAreTextAndNotHeadings()
    {
        var reading = Read.Text($"On Dams\n\n{Long}\n\nCement\nSteel\nWater\nPatience\n\n{Long}");

        Assert.Equal([Long, "Cement", "Steel", "Water", "Patience", Long], reading.Lines());
    }

    [Theory]
    [InlineData("=========")]
    [InlineData("- - - - -")]
    [InlineData("~~~")]
    public void ALineOfSymbolsBelowAHeadingIsNotPartOfIt(string signs)
    {
        var reading = Read.Text($"The Dam\n{signs}\n\nWho promised it\n{signs}\n{Long}\n\nWho pays\n{signs}\n\n{Long}");

        Assert.Equal("The Dam", reading.Title);
        Assert.Equal([$"Who promised it: {Long}", $"Who pays: {Long}"], reading.Lines());
    }

    [Fact]
    public void NumberedTitlesWithAFullStopAreHeadingsAndCanBeShown()
    {
        var reading = Read.Text($"Terms of the Dam\n\n  0. Definitions.\n\n{Long}\n\n  1. Who May Use the Water.\n\n{Long}\n\n{Long}\n\n  2. Floods.\n\n{Long}");

        Assert.Equal(["0. Definitions", "1. Who May Use the Water", "2. Floods"], reading.Sections);
        Assert.Equal([2, 3], reading.FindProvision("§ 1").Select(paragraph => paragraph.Number));
        Assert.Equal([4], reading.FindProvision("Section 2").Select(paragraph => paragraph.Number));
        Assert.Empty(reading.FindProvision("Section 3"));
        Assert.Empty(reading.FindProvision("Article 1"));
    }

    [Theory]
    [InlineData("1. Open the gates.", "2. Ring the bell.", "3. Run uphill.")]
    [InlineData("1. The members elect a keeper of the dam each year.", "2. The keeper opens the gates when the water is high.", "3. The keeper reports to the members once a month.")]
    public void NumberedSentencesInARowAreAListAndNoHeadings(string first, string second, string third)
    {
        var reading = Read.Text($"The Dam\n\n{Long}\n\n{first}\n\n{second}\n\n{third}\n\n{Long}");

        Assert.Empty(reading.Sections);
        Assert.Equal(5, reading.Paragraphs.Count);
    }

    [Fact]
    public void ALineWithADateBelowTheTitleIsNotTheTitleAndANoticeIsSaidToBeLeftOut()
    {
        var reading = Read.Text($"RIVER PUBLIC LICENSE\nVersion 3, 29 June 2007 (draft)\n\nCopyright (C) 2007 River Society\n\n{Long}\n\n{Long}");

        Assert.Equal("RIVER PUBLIC LICENSE", reading.Title);
        Assert.Equal([LeftOutParts.PageNotices], reading.LeftOut);
        Assert.Equal("THE DAM", Read.Text($"THE DAM\n\n(c) 2007 River Society\n\n12 Lower River Street, Third Floor, Harlow\n\n{Long}\n\n{Long}").Title);
        Assert.Empty(Read.Text($"The Dam\n\n{Long}\n\n{Long}").LeftOut);
    }

    [Fact]
    public void ColumnsSideBySideAreReadOneAfterTheOther()
    {
        string[] left = ["The committee met for three days in the old library,", "and nobody who took part in it would say afterwards", "what it had agreed on, or why it had agreed at all.", "The wall was paid for by the good people of the town,", "who never saw it and never were asked about it, for", "the mill of the richest among them stands between."];
        string[] right = ["    The report argues that the river should be left to", "find its own bed, whatever the town may think. It runs", "to forty pages, and nobody has ever read all of them.", "A minority of two disagreed: they would rather build", "a higher wall, pay for it over thirty years, and keep", "the market where it is and where it always has been."];
        var rows = left.Zip(right, (one, other) => $"{one,-60}{other}");

        Assert.Equal(
            [string.Join(' ', left), string.Join(' ', right).Trim()],
            Read.Text($"On Walls\n\n{string.Join('\n', rows)}\n").Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void ATableIsReadRowByRow()
    {
        var rows = Enumerable.Range(1, 8).Select(number => $"{$"Boat {number}, which is painted green",-40}{$"measured in harbour {number} by its master"}");

        Assert.Contains("Boat 3, which is painted green measured in harbour 3", string.Join(' ', Read.Text($"On Boats\n\n{string.Join('\n', rows)}\n").Paragraphs.Select(paragraph => paragraph.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void HeadsAndFeetOfPagesAreLeftOutAndTheirNumbersKept()
    {
        var pages = Enumerable.Range(1, 4).Select(number =>
            $"Memo on Dams                 May 1998\n\n\n{(number == 1 ? "On Dams\n\n" : "town pays for it. ")}Of dam {number} the committee said that it was too low, and that the\nmiller had asked for a higher one in each of the last seven years, to\nno end at all, since the money was not there and the{(number == 4 ? " town is poor." : "")}\n\n\nBrook & Mill            Informational            [Page {number}]\n");
        var reading = Read.Text(string.Join('\f', pages));

        var text = string.Join(' ', reading.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.DoesNotContain("Memo", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Informational", text, StringComparison.Ordinal);
        Assert.Contains("since the money was not there and the town pays for it. Of dam 2", text, StringComparison.Ordinal);
        Assert.Equal("1", reading.Paragraphs[0].Page);
        Assert.Contains(reading.Paragraphs, paragraph => paragraph.FindPage(paragraph.Text.IndexOf("Of dam 3", StringComparison.Ordinal)) == "3");
        Assert.Contains(LeftOutParts.RunningHeads, reading.LeftOut);
    }

    [Fact]
    public void ProseThatIsMovedInIsJoinedToo()
    {
        // The title is not moved in.
        const string Moved = "     A \"boat\" means anything that floats on the river of the town and\n     carries at least one person, whether it has a sail or not, if the\n     harbour master has seen it.";

        var reading = Read.Text($"Terms of the Harbour\n\n{Moved}\n\n{Moved.Replace("boat", "ship", StringComparison.Ordinal)}\n\n{Moved.Replace("boat", "raft", StringComparison.Ordinal)}\n");

        Assert.Equal(3, reading.Paragraphs.Count(paragraph => paragraph.Text.StartsWith("A \"", StringComparison.Ordinal) && paragraph.Text.EndsWith("has seen it.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("51 High Street, Second Floor, Harrow")]
    [InlineData("Ministerium für Wasser, Hauptstraße 5, 10115 Berlin")]
    [InlineData("The Ministry, Boston, MA 02110")]
    public void AnAddressIsNotAHeading(string address) => Assert.Empty(Read.Text($"On Dams\n\n{Long}\n\n{address}\n\n{Long}\n").Sections);

    [Fact]
    public void ReferencesStandApart()
    {
        var reading = Read.Text($"On Dams\n\n{Long}\n\nReferences\n1. Brook, A., Dams, 1999\n2. Brook, A., More Dams, 2001\n");

        Assert.Equal(["References: 1. Brook, A., Dams, 1999", "References: 2. Brook, A., More Dams, 2001"], reading.Lines().Skip(1));
        Assert.All(reading.Paragraphs.Skip(1), paragraph => Assert.Equal(ParagraphRole.Reference, paragraph.Role));
    }

    [Fact]
    public void AHeadingThatSoundsLikeAPagesTailDoesNotEndTheText()
    {
        var reading = Read.Text($"On Dams\n\n{Long}\n\nMore on Cement\n\n{Long}\n\n{Long}\n\n{Long}\n");

        Assert.Equal(4, reading.Paragraphs.Count);
        Assert.Equal("More on Cement", reading.Paragraphs[^1].Section);
    }

    [Fact]
    public void LabelsAboveATextAreItsFacts()
    {
        var reading = Read.Text($"Title: On Dams\nAuthor: Ada Brook\nDate: 2026-03-03\nSource: The Water Review\n\n{Long}\n");

        Assert.Equal(("On Dams", "Ada Brook", "The Water Review"), (reading.Title, reading.Author, reading.Source));
        Assert.Equal(new DateOnly(2026, 3, 3), reading.Date);
        Assert.Equal([Long], reading.Lines());
    }

    [Fact]
    public void CharactersThatNobodySeesAreLeftOut()
    {
        var reading = Read.Text("It\u00ADs long \u202Eroad\u202C led\u200B\tto   the sea, and nobody walked it twice.");

        Assert.Equal(["Its long road led to the sea, and nobody walked it twice."], reading.Lines());
    }

    [SharedDataFact("seeds/eu-north-korea-playbook.txt")]
    public void ARealSavedArticleKeepsItsTextAndLosesThePage()
    {
        var file = SharedData.PathOf("seeds/eu-north-korea-playbook.txt");
        var lines = File.ReadAllLines(file);
        var reading = Read.Bytes(file, File.ReadAllBytes(file));

        // The title is the line that occurs three times; the paragraphs are exactly the long lines, in order.
        Assert.Equal(lines.GroupBy(line => line.Trim()).Where(group => group.Key.Length > 0).MaxBy(group => group.Count())!.Key, reading.Title);
        Assert.Equal(
            lines.Where(line => line.Length > 100).Select(line => string.Join(' ', line.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))),
            reading.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(3, reading.Sections.Count());
        Assert.StartsWith(reading.Author!, reading.Paragraphs[^1].Text, StringComparison.Ordinal);
        Assert.Equal(ParagraphRole.AboutAuthor, Assert.Single(reading.Paragraphs, paragraph => paragraph.Role != ParagraphRole.Body).Role);
    }
}
