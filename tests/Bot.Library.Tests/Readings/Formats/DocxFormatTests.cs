using System.IO.Compression;
using System.Text;
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
            ],
            reading.Blocks);
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

        Assert.Equal(["In a control.", "A link, then page 3.", "Left cell.", "Right cell."], reading.Blocks.Select(block => block.Text));
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
            [new RawBlock("The river rose."), new RawBlock("Notes", IsHeading: true), new RawBlock("Town Archive, 1884.")],
            reading.Blocks);
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
