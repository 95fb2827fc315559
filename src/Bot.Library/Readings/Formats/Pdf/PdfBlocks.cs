using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Turns pages into headings and paragraphs.</summary>
internal sealed partial class PdfBlocks
{
    /// <summary>The heading above footnotes: a section of that name counts as references, not as argument.</summary>
    private const string NotesHeading = "Notes";

    /// <summary>A title on the first page is at least this many times the size of the text.</summary>
    private const double TitleSize = 1.3;

    private const double AboutAsLarge = 0.85;

    /// <summary>A cover and the first lines of the first page are this many blocks at most.</summary>
    private const int BlocksOfFront = 30;

    private readonly PdfBody body;
    private readonly Hyphenation hyphenation;
    private readonly HashSet<string> noteLabels;

    private PdfBlocks(PdfBody body, IEnumerable<PdfLine> lines, IEnumerable<PdfParagraph> notes)
    {
        this.body = body;
        hyphenation = new Hyphenation(lines.Select(line => line.Plain));
        noteLabels = [.. notes.Select(note => NoteLabel.Match(note.Lines[0].Plain).Groups["label"].Value)];
    }

    /// <summary>The blocks of a file, the footnotes last, and its title.</summary>
    /// <param name="pages">The pages without running heads.</param>
    /// <param name="title">The title in the file's properties; without one, large print at the beginning is the title.</param>
    /// <param name="keepsAll">Whether a table of contents is text too.</param>
    /// <param name="cancellationToken">Cancels the work between two pages.</param>
    public static RawReading Of(IReadOnlyList<PdfPage> pages, string? title, bool keepsAll, CancellationToken cancellationToken)
    {
        var areas = pages.Select(page => page.ReadLines().ToList()).ToList();
        var lines = areas.SelectMany(page => page).SelectMany(area => area).ToList();
        if (lines.Count == 0)
        {
            throw new UnreadableFileException("the PDF holds nothing but page numbers and running heads");
        }

        var body = PdfBody.Of(lines);
        var flow = PdfFlow.Of(areas, body, keepsAll, cancellationToken);
        return new PdfBlocks(body, lines, flow.Notes).Read(flow, title);
    }

    private RawReading Read(PdfFlow flow, string? title)
    {
        var blocks = flow.Text.ConvertAll(CreateBlock);
        var front = flow.Text.Take(BlocksOfFront).Select((paragraph, index) => (paragraph.Size, Block: blocks[index])).ToList();
        title ??= FindLargestHeading(front);
        if (blocks is [{ IsHeading: true } first, ..] && IsTitle(TextMarks.RemoveMarks(first.Text), title))
        {
            blocks.RemoveAt(0);
        }

        if (flow.Notes.Count > 0)
        {
            blocks.Add(new RawBlock(NotesHeading, IsHeading: true));
            blocks.AddRange(flow.Notes.Select(note => new RawBlock(Says(note)) { Kind = ParagraphKind.Note }));
        }

        return new RawReading(blocks)
        {
            LeftOut = flow.HasContents ? [LeftOutParts.TableOfContents] : [],
            Title = title,
            Date = PrintedDate.Find(front.Select(block => TextMarks.RemoveMarks(block.Block.Text))),
        };
    }

    /// <summary>The title is the largest text at the beginning; of two that are about as large, the longer one, because a cover may break it in two.</summary>
    private string? FindLargestHeading(List<(double Size, RawBlock Block)> front)
    {
        var headings = front.Where(block => block.Block.IsHeading && block.Size >= TitleSize * body.Size).ToList();
        return headings.Count == 0 ? null : headings
            .Where(heading => heading.Size >= AboutAsLarge * headings.Max(other => other.Size))
            .Select(heading => TextMarks.RemoveMarks(heading.Block.Text))
            .MaxBy(text => text.Length);
    }

    private RawBlock CreateBlock(PdfParagraph paragraph) => new(Says(paragraph), paragraph.IsHeading(body))
    {
        Kind = paragraph.IsTableRow ? ParagraphKind.Table : paragraph.IsCaption ? ParagraphKind.Caption : ParagraphKind.Prose,
    };

    private string Says(PdfParagraph paragraph)
    {
        if (paragraph.IsTableRow)
        {
            return MarkPage(paragraph.Lines[0].Page) + string.Join(" | ", paragraph.Lines[0].Cells.Select(cell => CleanText(cell.Text)));
        }

        var (lines, page) = (new List<string>(), (string?)null);
        foreach (var line in paragraph.Lines)
        {
            var text = lines.Count == 0 ? Bullet.Replace(CleanText(line.Text), "") : CleanText(line.Text);
            lines.Add(line.Page == page ? text : lines is [.., [.., '-' or '\u2010']] ? InsertBehindFirstWord(text, MarkPage(line.Page)) : MarkPage(line.Page) + text);
            page = line.Page;
        }

        return hyphenation.Join(lines);
    }

    /// <summary>Some programs print the mark of a note like any other figure, right behind the word: "stop caring.1".</summary>
    private string CleanText(string text) => GluedMark.Replace(
        TextMarks.KeepNotes(text, noteLabels.Contains),
        mark => noteLabels.Contains(mark.Value) ? TextMarks.Note(mark.Value) : mark.Value);

    private static string MarkPage(string? page) => page is null ? "" : TextMarks.MarkPage(page);

    /// <summary>A word that was divided between two pages belongs to the first.</summary>
    private static string InsertBehindFirstWord(string text, string sign) =>
        text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? text.Insert(space + 1, sign) : text + sign;

    private static bool IsTitle(string heading, string? title) => string.Equals(heading, title, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sign before an item of a list; other formats do not have it in the text either.</summary>
    [GeneratedRegex("^[•◦▪‣●■] ")]
    private static partial Regex Bullet { get; }

    [GeneratedRegex("""(?<=\p{Ll}{3}[.,;:!?”"’)]{1,3})[0-9]{1,3}(?=\s|$)""")]
    private static partial Regex GluedMark { get; }

    [GeneratedRegex(@"^[\[(]?(?<label>[0-9]{1,3}(?![.,]?[0-9])|[*†‡]{1,3}|[a-z](?=[\s).]))")]
    private static partial Regex NoteLabel { get; }
}
