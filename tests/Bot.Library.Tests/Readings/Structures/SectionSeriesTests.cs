using Bot.Library.Readings;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings.Structures;

public sealed class SectionSeriesTests
{
    private const string Prose =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago, and nobody answers. "
        + "The ministry that made the promise is gone, and the one that came after it has others to keep.";

    [Fact]
    public void ChaptersBelowNotesAreChaptersAndNoNotes()
    {
        var reading = Read.Text(
            $"""
            On Dams

            CHAPTER I.
            THE FIRST DAM.

            {Prose}

            FOOTNOTES:

            [1] Town Archive, 1884.

            [2] The same, page 12.

            CHAPTER II.
            THE SECOND DAM.

            {Prose}

            {Prose}
            """);

        Assert.Equal(["CHAPTER I. THE FIRST DAM.", "FOOTNOTES", "CHAPTER II. THE SECOND DAM."], reading.Sections);
        Assert.Equal(
            [ParagraphRole.Body, ParagraphRole.Reference, ParagraphRole.Reference, ParagraphRole.Body, ParagraphRole.Body],
            reading.Paragraphs.Select(paragraph => paragraph.Role));
        Assert.Equal(ParagraphKind.Note, reading.Paragraphs[1].Kind);
    }

    [Fact]
    public void NumberedPapersAreSectionsWithAnyTextBelowTheirNumber()
    {
        var reading = Read.Text(
            $"""
            The River Papers

            RIVER PAPER No. 51
            The Structure of the Dam
            From the Town Packet
            Friday, March 7
            To the People of the Town:

            {Prose}

            RIVER PAPER No. 52
            The House of Water
            From the Town Packet
            Tuesday, March 11
            To the People of the Town:

            {Prose}
            """);

        var sections = reading.Paragraphs.Where(paragraph => paragraph.Text == Prose).Select(paragraph => paragraph.Section).ToList();
        Assert.Equal(["RIVER PAPER No. 51: The Structure of the Dam", "RIVER PAPER No. 52: The House of Water"], sections);
    }

    [Fact]
    public void NumeralsAreHeadingsIfTheyCountFromOne()
    {
        var reading = Read.Text($"On Dams\n\nI.\n\n{Prose}\n\nII.\n\n{Prose}\n\nIII.\n\n{Prose}\n");

        Assert.Equal(["I.", "II.", "III."], reading.Sections);
    }

    [Fact]
    public void ACrossReferenceIsNotAHeading()
    {
        var reading = Read.Text(
            $"The Widget Act\n\nArticle 1\nScope\n\nThis Act applies to all widgets of the town.\nArticle 2 applies to the providers of such widgets.\n\nArticle 2\nDuties\n\n{Prose}\n");

        Assert.Equal(["Article 1: Scope", "Article 2: Duties"], reading.Sections);
        Assert.Contains(reading.Paragraphs, paragraph => paragraph.Section == "Article 1: Scope" && paragraph.Text.StartsWith("Article 2 applies", StringComparison.Ordinal));
    }

    [Fact]
    public void SentencesThatBeginWithANumberAreNotHeadings()
    {
        var reading = Read.Text($"On Dams\n\n{Prose}\n\nIn 12 towns the dam broke.\n\nIn 13 towns it did not.\n\n{Prose}\n");

        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void EntriesOfATableOfContentsAreMarkedAndItsChaptersNotTakenForChapters()
    {
        var reading = Read.Text(
            $"""
            On Dams

            CONTENTS.

            CHAPTER I.
            THE FIRST DAM 1

            CHAPTER II.
            THE SECOND DAM 17

            CHAPTER I.
            THE FIRST DAM.

            {Prose}

            CHAPTER II.
            THE SECOND DAM.

            {Prose}
            """);

        Assert.Equal(["CONTENTS.", "CHAPTER I. THE FIRST DAM.", "CHAPTER II. THE SECOND DAM."], reading.Sections);
        Assert.All(reading.Paragraphs.Where(paragraph => paragraph.Section == "CONTENTS."), paragraph =>
            Assert.Equal((ParagraphKind.Contents, ParagraphRole.Reference), (paragraph.Kind, paragraph.Role)));
        Assert.Equal([Prose, Prose], reading.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Prose).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void ATableOfContentsEndsWithItsLastPageNumberBeforeProse()
    {
        var reading = Read.Text($"On Dams\n\nCONTENTS\n\nThe First Dam 1\n\nThe Second Dam 17\n\nThe Third Dam 30\n\nA Word Before\n\n{Prose}\n\n{Prose}\n");

        Assert.Equal(3, reading.Paragraphs.Count(paragraph => paragraph.Kind == ParagraphKind.Contents));
        Assert.Equal(["A Word Before", Prose, Prose], reading.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Prose).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void ASignatureIsNotAHeading()
    {
        var reading = Read.Text($"On Dams\n\n{Prose}\n\nA. B. BROOK.\n\n{Prose}\n");

        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void SectionsWithinSectionsAreHeadings()
    {
        const string Text = "Each provider grants to everybody a licence that ends when the widget is sold to somebody else.";
        var reading = Read.Text(
            $"The Widget Licence\n\n1. Grants and Conditions\n\n1.1. Grants\n\nEach provider grants a licence:\n\n(a) to use the widget; and\n\n(b) to sell it.\n\n1.2. Effective Date\n\n{Text}\n\n2. Duties\n\n2.1. Tests\n\n{Text}\n\n2.2. Records\n\n{Text}\n");

        Assert.Equal(["1.1. Grants", "1.2. Effective Date", "2.1. Tests", "2.2. Records"], reading.Sections);
        Assert.Equal("Each provider grants a licence:", reading.Paragraphs[0].Text);
    }
}
