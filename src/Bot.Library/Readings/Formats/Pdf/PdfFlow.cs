using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>The text of all pages in one flow, and the footnotes apart from it.</summary>
internal sealed partial class PdfFlow
{
    private readonly PdfBody body;

    private PdfFlow(PdfBody body) => this.body = body;

    /// <summary>Headings and paragraphs; those divided by a page or column break are joined.</summary>
    public List<PdfParagraph> Text { get; } = [];

    /// <summary>The footnotes, joined in the same way.</summary>
    public List<PdfParagraph> Notes { get; } = [];

    /// <summary>Whether a table of contents is left out.</summary>
    public bool HasContents { get; private set; }

    /// <summary>Sorts what stands on pages.</summary>
    /// <param name="pages">Of each page, its areas in reading order.</param>
    /// <param name="body">How the text is printed.</param>
    /// <param name="keepsAll">Whether a table of contents is text too.</param>
    /// <param name="cancellationToken">Cancels the work between two pages.</param>
    public static PdfFlow Of(IEnumerable<IReadOnlyList<IReadOnlyList<PdfLine>>> pages, PdfBody body, bool keepsAll, CancellationToken cancellationToken)
    {
        var flow = new PdfFlow(body);
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var areas = page.Select(area => PdfParagraphs.Of(area, body).Where(paragraph => keepsAll || !flow.IsContents(paragraph)).Where(IsText).ToList()).ToList();
            var hasText = areas.Exists(area => area.Exists(paragraph => !paragraph.IsSmall(body) && !paragraph.IsHeading(body)));
            areas.ForEach(area => flow.Add(area, hasText));
        }

        return flow;
    }

    private static bool IsText(PdfParagraph paragraph) => paragraph.HasLetters || paragraph.IsTableRow;

    private bool IsContents(PdfParagraph paragraph)
    {
        var isContents = paragraph.Lines.Any(line => Leader.IsMatch(line.Plain));
        HasContents |= isContents;
        return isContents;
    }

    /// <summary>
    /// Footnotes stand at the foot of an area, in small print: the first may continue one from the page before, and each may have several
    /// paragraphs. A page that is entirely in small print has none.
    /// </summary>
    private void Add(List<PdfParagraph> area, bool hasNotes)
    {
        if (!hasNotes)
        {
            area.ForEach(AddText);
            return;
        }

        var foot = area.Count;
        while (foot > 0 && area[foot - 1] is var paragraph && paragraph.IsSmall(body) && !paragraph.IsHeading(body) && !paragraph.IsTableRow && !paragraph.IsCaption)
        {
            foot--;
        }

        var first = area.FindIndex(foot, paragraph => paragraph.IsNote(body));
        var goesOn = foot < area.Count && Notes.Count > 0 && (char.IsLower(area[foot].Lines[0].Plain[0]) || Notes[^1].GoesOnIn(area[foot]));
        var notes = goesOn ? foot : first >= 0 ? first : area.Count;
        foreach (var (index, paragraph) in area.Index())
        {
            if (index >= notes)
            {
                AddNote(paragraph, isContinued: !paragraph.IsNote(body) || (index == foot && goesOn));
            }
            else if (paragraph.IsNote(body))
            {
                AddNote(paragraph, isContinued: false);
            }
            else
            {
                AddText(paragraph);
            }
        }
    }

    private void AddNote(PdfParagraph paragraph, bool isContinued)
    {
        if (isContinued && Notes.Count > 0)
        {
            Notes[^1] = Join(Notes[^1], paragraph);
        }
        else
        {
            Notes.Add(paragraph);
        }
    }

    /// <summary>What stands between the parts of a divided paragraph, a table or a caption, comes behind it.</summary>
    private void AddText(PdfParagraph paragraph)
    {
        var last = Text.FindLastIndex(earlier => !earlier.IsTableRow && !earlier.IsCaption);
        if (last >= 0 && !Text[last].IsHeading(body) && !paragraph.IsHeading(body) && Text[last].GoesOnIn(paragraph))
        {
            Text[last] = Join(Text[last], paragraph);
        }
        else
        {
            Text.Add(paragraph);
        }
    }

    private static PdfParagraph Join(PdfParagraph first, PdfParagraph second) =>
        first with { Lines = [.. first.Lines, .. second.Lines], Right = second.Right };

    /// <summary>The dots of a table of contents, that lead to a page number.</summary>
    [GeneratedRegex(@"\.{5,}|(?:\. ){5,}")]
    private static partial Regex Leader { get; }
}
