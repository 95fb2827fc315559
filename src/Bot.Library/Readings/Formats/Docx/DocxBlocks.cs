using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>Reads the headings and paragraphs of a Word document: text, lists, cells of tables, at the end the notes.</summary>
internal static class DocxBlocks
{
    /// <summary>The heading above footnotes and endnotes: a section of that name counts as references, not as argument.</summary>
    private const string NotesHeading = "Notes";

    /// <summary>The blocks of a document, and the title where a paragraph has the style of one.</summary>
    public static RawReading Of(WordprocessingDocument document, CancellationToken cancellationToken)
    {
        var blocks = new List<RawBlock>();
        string? title = null;
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return new RawReading(blocks);
        }

        var styles = new DocxStyles(main);
        foreach (var paragraph in ReadParagraphs(body))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = DocxText.Of(paragraph);
            var kind = styles.KindOf(paragraph);
            if (text.Length == 0 || kind == DocxKind.Left)
            {
                continue;
            }

            if (kind == DocxKind.Title && title is null && blocks.Count == 0)
            {
                title = text;
                continue;
            }

            blocks.Add(new RawBlock(text, IsHeading: kind is DocxKind.Heading or DocxKind.Title));
        }

        AddNotes(main, blocks);
        return new RawReading(blocks) { Title = title };
    }

    /// <summary>The paragraphs that are shown; those of a text box, which floats beside the text, behind the paragraph that it is tied to.</summary>
    private static IEnumerable<WordParagraph> ReadParagraphs(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case WordParagraph paragraph:
                    yield return paragraph;
                    foreach (var boxed in ReadTextBoxes(paragraph).SelectMany(ReadParagraphs))
                    {
                        yield return boxed;
                    }

                    break;
                case DeletedRun or MoveFromRun:
                    break;
                default:
                    foreach (var paragraph in ReadParagraphs(child))
                    {
                        yield return paragraph;
                    }

                    break;
            }
        }
    }

    /// <summary>A box is stored twice, the second time for programs that are older than its form.</summary>
    private static IEnumerable<TextBoxContent> ReadTextBoxes(WordParagraph paragraph) => paragraph.Descendants<TextBoxContent>()
        .Where(box => !box.Ancestors<AlternateContentFallback>().Any() && ReferenceEquals(box.Ancestors<WordParagraph>().First(), paragraph));

    private static void AddNotes(MainDocumentPart main, List<RawBlock> blocks)
    {
        var footnotes = main.FootnotesPart?.Footnotes?.Elements<Footnote>().Where(note => IsWritten(note.Type)) ?? [];
        var endnotes = main.EndnotesPart?.Endnotes?.Elements<Endnote>().Where(note => IsWritten(note.Type)) ?? [];
        var notes = footnotes.Concat<OpenXmlElement>(endnotes)
            .Select(note => string.Join(' ', ReadParagraphs(note).Select(DocxText.Of)).Trim())
            .Where(text => text.Length > 0)
            .Select(text => new RawBlock(text))
            .ToList();
        if (notes.Count > 0)
        {
            blocks.Add(new RawBlock(NotesHeading, IsHeading: true));
            blocks.AddRange(notes);
        }
    }

    /// <summary>Whether somebody wrote the note; the lines that part notes from text are stored as notes too.</summary>
    private static bool IsWritten(EnumValue<FootnoteEndnoteValues>? type) => type is null || type.Value == FootnoteEndnoteValues.Normal;
}
