using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Makes headings and paragraphs of pages.</summary>
internal static partial class PdfBlocks
{
    /// <summary>The heading above footnotes: a section of that name counts as references, not as argument.</summary>
    private const string NotesHeading = "Notes";

    /// <summary>A title on the first page is at least this many times the size of the text.</summary>
    private const double TitleSize = 1.3;

    /// <summary>The blocks of a file, the footnotes last, and its title.</summary>
    /// <param name="pages">The pages without running heads.</param>
    /// <param name="title">The title in the file's properties; without one, large print at the beginning is the title.</param>
    /// <param name="cancellationToken">Ends the work between two pages.</param>
    public static RawReading Of(IReadOnlyList<PdfPage> pages, string? title, CancellationToken cancellationToken)
    {
        var lines = pages.SelectMany(page => page.Blocks).SelectMany(block => block).ToList();
        if (lines.Count == 0)
        {
            throw new UnreadableFileException("the PDF holds nothing but page numbers and running heads");
        }

        var body = PdfBody.Of(lines);
        var hyphenation = new Hyphenation(lines.Select(line => line.Text));
        var (text, notes) = Sort(pages, body, cancellationToken);
        var blocks = text.ConvertAll(paragraph => new RawBlock(Text(paragraph), paragraph.IsHeading(body)));
        if (blocks is [{ IsHeading: true } first, ..] && (IsTitle(first.Text, title) || (title is null && text[0].Size >= TitleSize * body.Size)))
        {
            title ??= first.Text;
            blocks.RemoveAt(0);
        }

        if (notes.Count > 0)
        {
            blocks.Add(new RawBlock(NotesHeading, IsHeading: true));
            blocks.AddRange(notes.Select(note => new RawBlock(Text(note))));
        }

        return new RawReading(blocks) { Title = title };

        string Text(PdfParagraph paragraph) => Bullet().Replace(hyphenation.Join(paragraph.Lines.Select(line => line.Text)), "");
    }

    private static (List<PdfParagraph> Text, List<PdfParagraph> Notes) Sort(
        IReadOnlyList<PdfPage> pages, PdfBody body, CancellationToken cancellationToken)
    {
        var (text, notes) = (new List<PdfParagraph>(), new List<PdfParagraph>());
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var paragraph in page.InReadingOrder().SelectMany(block => PdfParagraphs.Of(block, body)))
            {
                if (paragraph.Lines.Any(line => Leader().IsMatch(line.Text)) || !paragraph.HasLetters)
                {
                    continue;
                }

                if (paragraph.IsNote(body))
                {
                    notes.Add(paragraph);
                }
                else if (text.Count > 0 && !text[^1].IsHeading(body) && !paragraph.IsHeading(body) && text[^1].GoesOnIn(paragraph))
                {
                    text[^1] = new PdfParagraph([.. text[^1].Lines, .. paragraph.Lines]);
                }
                else
                {
                    text.Add(paragraph);
                }
            }
        }

        return (text, notes);
    }

    private static bool IsTitle(string heading, string? title) => string.Equals(heading, title, StringComparison.OrdinalIgnoreCase);

    /// <summary>The dots of a table of contents, that lead to a page number.</summary>
    [GeneratedRegex(@"\.{5,}|(?:\. ){5,}")]
    private static partial Regex Leader();

    /// <summary>The sign before an item of a list; other formats do not have it in the text either.</summary>
    [GeneratedRegex("^[•◦▪‣●■] ")]
    private static partial Regex Bullet();
}
