using System.IO.Compression;
using System.Text;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class DocxFormatTests
{
    [Fact]
    public void ATextBoxStandsBehindTheParagraphThatItIsTiedTo()
    {
        const string Box =
            """
            <w:p><w:r><w:t>Before.</w:t></w:r><w:r>
              <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
                  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
                  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
                <mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
                <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
              </mc:AlternateContent></w:r></w:p>
            """;

        Assert.Equal(["Before.", "In the box.", "After."], Formats.Read.Bytes("file.docx", Docx.With(Box + Docx.Paragraph("After."))).Lines());
    }

    [Fact]
    public void StylesTellTitleHeadingsAndParagraphs()
    {
        var reading = Read(Docx.With(
            """
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>On Rivers</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr><w:r><w:t>A short history</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>The wall 2</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>The wall</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">Nobody </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>wanted</w:t></w:r><w:r><w:t xml:space="preserve"> it.</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>The dike</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>It held</w:t><w:br/><w:t>for a year.</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Figure 1: the dike</w:t></w:r></w:p>
            <w:p/>
            """));

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal(
            [
                new RawBlock("A short history"),
                new RawBlock("The wall", IsHeading: true),
                new RawBlock("Nobody wanted it."),
                new RawBlock("The dike", IsHeading: true),
                new RawBlock("It held for a year."),
                new RawBlock("Figure 1: the dike") { Kind = ParagraphKind.Caption },
            ],
            reading.Blocks);
        Assert.Equal([LeftOutParts.TableOfContents], reading.LeftOut);
    }

    [Fact]
    public void ChangesCountAsAccepted()
    {
        var reading = Read(Docx.With(
            """
            <w:p><w:r><w:t xml:space="preserve">The wall </w:t></w:r>
              <w:del w:id="1" w:author="a"><w:r><w:delText xml:space="preserve">will never </w:delText></w:r></w:del>
              <w:ins w:id="2" w:author="a"><w:r><w:t xml:space="preserve">must </w:t></w:r></w:ins>
              <w:moveFrom w:id="3" w:author="a"><w:r><w:t>moved away</w:t></w:r></w:moveFrom>
              <w:r><w:t>stand.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>
            """));

        Assert.Equal([new RawBlock("The wall must stand.")], reading.Blocks);
    }

    [Fact]
    public void FieldsLinksControlsAndTablesGiveTheTextTheyShow()
    {
        var reading = Read(Docx.With(
            """
            <w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:p><w:hyperlink w:anchor="x"><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:r><w:t>, then</w:t></w:r>
              <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t xml:space="preserve"> page 3.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Left cell.</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Right cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """));

        Assert.Equal(["In a control.", "A link, then page 3.", "Left cell. | Right cell."], reading.Blocks.Select(block => block.Text));
    }

    [Fact]
    public void FootnotesStandAtTheEndUnderNotes()
    {
        var reading = Read(Docx.With(
            """<w:p><w:r><w:t>The river rose.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>""",
            footnotes: """
            <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
            <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Town Archive, 1884.</w:t></w:r></w:p></w:footnote>
            """));

        Assert.Equal(
            [new RawBlock("The river rose." + TextMarks.Note("1")), new RawBlock("Notes", IsHeading: true), new RawBlock("1 Town Archive, 1884.") { Kind = ParagraphKind.Note }],
            reading.Blocks);
    }

    [Fact]
    public void NumbersThatWordCountsAreText()
    {
        const string Numbering =
            """
            <w:abstractNum w:abstractNumId="7">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
            """;

        var reading = Read(Docx.With(
            Item("The river has flooded the town three times in ten years.", 1)
            + Item("The town asks for two things:", 1) + Item("a wall;", 1, 1) + Item("a dike.", 1, 1)
            + Item("Neither has been built.", 1)
            + Item("A dot.", 3)
            + Item("The annex starts at one.", 2),
            numbering: Numbering));

        Assert.Equal(
            [
                "[1] The river has flooded the town three times in ten years.", "[2] The town asks for two things:", "(a) a wall;", "(b) a dike.",
                "[3] Neither has been built.", "A dot.", "[1] The annex starts at one.",
            ],
            reading.Blocks.Select(block => block.Text));
        Assert.Equal(ParagraphKind.ListItem, reading.Blocks[2].Kind);
        Assert.Equal(ParagraphKind.Prose, reading.Blocks[0].Kind);

        static string Item(string text, int list, int level = 0) =>
            $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";
    }

    [Fact]
    public void ARowOfATableHasTheHeadsOfItsColumns()
    {
        var reading = Read(Docx.With(
            $"<w:tbl><w:tblPr><w:tblLook w:firstRow=\"1\"/></w:tblPr>{Row("Town", "Dike")}{Row("Harrow", "12 m, of clay, which has held since the flood of 1884 and is mended each spring by the men of the town")}</w:tbl>"));

        Assert.Equal([null, "Town | Dike"], reading.Blocks.Select(block => block.TableHead));
        Assert.StartsWith("Harrow | 12 m", reading.Blocks[1].Text, StringComparison.Ordinal);

        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Docx.Paragraph(cell)}</w:tc>"))}</w:tr>";
    }

    [Fact]
    public void LinesOfVerseStayLines()
    {
        var block = Assert.Single(Read(Docx.With(
            "<w:p><w:r><w:t>I met a miller from a northern town,</w:t><w:br/><w:t>Who said that all the wheels had come to rest</w:t><w:br/><w:t>When first the water, heavy, cold and brown,</w:t></w:r></w:p>")).Blocks);

        Assert.Equal(ParagraphKind.Verse, block.Kind);
        Assert.Equal(2, block.Text.Split(TextMarks.LineBreak).Length - 1);
    }

    [Fact]
    public void AFirstParagraphBringsBackWhatIsLeftOut()
    {
        const string Body = """<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>The wall 2</w:t></w:r></w:p><w:p><w:r><w:t>Nobody wanted it.</w:t></w:r></w:p>""";

        var kept = Read(Docx.With(Docx.Paragraph("Keep: all") + Body));

        Assert.Equal(["The wall 2", "Nobody wanted it."], kept.Blocks.Select(block => block.Text));
        Assert.Empty(kept.LeftOut);
        Assert.Equal(["Nobody wanted it."], Read(Docx.With(Body)).Blocks.Select(block => block.Text));
        Assert.Equal(kept.Blocks, new DocxFormat().ReadWhole(Docx.With(Body), CancellationToken.None).Blocks);
    }

    [Fact]
    public void ThePropertiesGiveTitleAuthorAndDate()
    {
        var reading = Read(Docx.With(Docx.Paragraph("Text."), title: "On Rivers", author: "Ada Example", created: new DateTime(2023, 5, 4, 12, 0, 0, DateTimeKind.Utc)));

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal("Ada Example", reading.Author);
        Assert.Equal(new DateOnly(2023, 5, 4), reading.Date);
    }

    [Fact]
    public void LeftoverPropertiesAreNeitherTitleNorAuthor()
    {
        var reading = Read(Docx.With(Docx.Paragraph("Text."), title: "Document1", author: "Administrator"));

        Assert.Null(reading.Title);
        Assert.Null(reading.Author);
    }

    [Fact]
    public void ADocumentWithoutTextIsRefused() => AssertRefused("no text", Docx.With("<w:p/>"));

    [Fact]
    public void AProtectedDocumentSaysSo() => AssertRefused("password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]);

    [Fact]
    public void SomethingElseIsRefused() => AssertRefused("not a Word document", Encoding.UTF8.GetBytes("Just words."));

    [Fact]
    public void AnotherArchiveIsRefused() => AssertRefused("Word", Zip("readme.txt", "Just words."));

    [Fact]
    public void ACutDocumentIsRefused()
    {
        var whole = Docx.With(Docx.Paragraph("Text."));
        AssertRefused("damaged", whole[..(whole.Length / 2)]);
    }

    [Fact]
    public void BrokenXmlIsRefused() => AssertRefused("damaged", Docx.With("<w:p><w:r></w:p>"));

    [Fact]
    public void ABombIsRefusedBeforeItBursts() => AssertRefused("unpacks to more than", Docx.With(Docx.Paragraph(new string('a', 70 * 1024 * 1024))));

    [Fact]
    public void EndlessNestingIsRefused() => AssertRefused(
        "nests", Docx.With(string.Concat(Enumerable.Repeat("<w:sdt>", 50_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 50_000))));

    private static void AssertRefused(string reason, byte[] content) =>
        Assert.Contains(reason, Assert.Throws<UnreadableFileException>(() => Read(content)).Message, StringComparison.Ordinal);

    private static byte[] Zip(string name, string text)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry(name).Open()))
        {
            writer.Write(text);
        }

        return bytes.ToArray();
    }

    private static RawReading Read(byte[] content) => new DocxFormat().Read(content, CancellationToken.None);
}
