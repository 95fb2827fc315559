using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>Reads the headings and paragraphs of a Word document: text, lists, tables, at the end the notes.</summary>
internal sealed class DocxBlocks
{
    /// <summary>The heading above footnotes and endnotes: a section of that name counts as references, not as argument.</summary>
    private const string NotesHeading = "Notes";

    private readonly List<RawBlock> blocks = [];
    private readonly DocxStyles styles;
    private readonly DocxNumbers numbers;
    private readonly DocxText text;
    private readonly bool keepsAll;
    private string? title;
    private bool hasContents;

    private DocxBlocks(MainDocumentPart main, DocxNotes notes, bool keepsAll)
    {
        styles = new DocxStyles(main);
        numbers = new DocxNumbers(main, styles);
        text = new DocxText(notes);
        this.keepsAll = keepsAll;
    }

    /// <summary>The blocks of a document, and the title where a paragraph has the style of one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="keepsAll">Whether heads, feet and the table of contents are text too, though its first paragraph does not say so.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static RawReading Of(WordprocessingDocument document, bool keepsAll, CancellationToken cancellationToken)
    {
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return new RawReading([]);
        }

        var notes = new DocxNotes(main, body);
        var saysKeep = body.Elements<WordParagraph>().FirstOrDefault() is { } first && KeepLine.Take(first.InnerText) is (true, { Length: 0 });
        var reader = new DocxBlocks(main, notes, keepsAll || saysKeep);
        var margins = main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => part.Footer)).OfType<OpenXmlElement>()
            .Where(margin => margin.InnerText.Any(char.IsLetter)).ToList();
        if (reader.keepsAll)
        {
            margins.ForEach(margin => reader.Read(margin, cancellationToken));
        }

        foreach (var child in saysKeep ? body.ChildElements.Skip(1) : body.ChildElements)
        {
            reader.Read(child, cancellationToken);
        }

        reader.AddNotes(notes);
        return new RawReading(reader.blocks)
        {
            Title = reader.title,
            KeepsAll = reader.keepsAll,
            LeftOut = reader.keepsAll ? [] :
            [
                .. margins.Count > 0 ? [LeftOutParts.RunningHeads] : Array.Empty<string>(),
                .. reader.hasContents ? [LeftOutParts.TableOfContents] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>Reads the paragraphs that are shown; those of a text box, which floats beside the text, behind the paragraph that it is tied to.</summary>
    private void Read(OpenXmlElement element, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (element)
        {
            case WordParagraph paragraph:
                Add(paragraph);
                foreach (var child in ReadTextBoxes(paragraph).SelectMany(box => box.ChildElements))
                {
                    Read(child, cancellationToken);
                }

                break;
            case DeletedRun or MoveFromRun:
                break;
            case Table table when DocxTable.ReadRows(table, text.Of) is { } rows:
                blocks.AddRange(rows.Where(row => row.Text.Any(char.IsLetterOrDigit)));
                break;
            default:
                foreach (var child in element.ChildElements)
                {
                    Read(child, cancellationToken);
                }

                break;
        }
    }

    private void Add(WordParagraph paragraph)
    {
        var lines = text.LinesOf(paragraph);
        var kind = styles.KindOf(paragraph);
        if (lines.Count == 0)
        {
            return;
        }

        var number = numbers.Next(paragraph);
        if (kind == DocxKind.Contents && !keepsAll)
        {
            hasContents = true;
            return;
        }

        var isVerse = kind == DocxKind.Paragraph && number is null && Stanza.Is([.. lines.Select(TextMarks.RemoveMarks)]);
        var said = string.Join(isVerse ? TextMarks.LineBreak : " ", lines);
        if (kind == DocxKind.Title && title is null && blocks.Count == 0)
        {
            title = TextMarks.RemoveMarks(said);
            return;
        }

        blocks.Add(new RawBlock(number is { Label.Length: > 0 } ? $"{number.Label} {said}" : said, IsHeading: kind is DocxKind.Heading or DocxKind.Title)
        {
            Kind = isVerse ? ParagraphKind.Verse
                : kind == DocxKind.Caption ? ParagraphKind.Caption
                : kind == DocxKind.Paragraph && number is not null && (number.Label.Length == 0 || number.Level > 0 || !PlainLine.IsProse(said)) ? ParagraphKind.ListItem
                : ParagraphKind.Prose,
        });
    }

    /// <summary>A box is stored twice, the second time for programs that are older than its form.</summary>
    private static IEnumerable<TextBoxContent> ReadTextBoxes(WordParagraph paragraph) => paragraph.Descendants<TextBoxContent>()
        .Where(box => !box.Ancestors<AlternateContentFallback>().Any() && ReferenceEquals(box.Ancestors<WordParagraph>().First(), paragraph));

    private void AddNotes(DocxNotes notes)
    {
        var written = notes.InOrder
            .Select(note => (note.Label, Text: string.Join(' ', note.Note.Descendants<WordParagraph>().Select(text.Of)).Trim()))
            .Where(note => note.Text.Length > 0)
            .Select(note => new RawBlock($"{note.Label} {note.Text}") { Kind = ParagraphKind.Note })
            .ToList();
        if (written.Count > 0)
        {
            blocks.Add(new RawBlock(NotesHeading, IsHeading: true));
            blocks.AddRange(written);
        }
    }
}
