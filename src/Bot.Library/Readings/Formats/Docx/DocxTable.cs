using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>A table of figures and labels, whose rows are quoted with the heads of its columns. Other tables only arrange text.</summary>
internal static class DocxTable
{
    private const int MaxCellLength = 80;
    private const int MaxCellLengthBelowHead = 300;

    /// <summary>The rows; null if the table only arranges text.</summary>
    /// <param name="table">The table.</param>
    /// <param name="textOf">Reads a paragraph.</param>
    public static IReadOnlyList<RawBlock>? ReadRows(Table table, Func<WordParagraph, string> textOf)
    {
        var rows = table.Elements<TableRow>().ToList();
        var hasHead = rows.Count > 1
            && (rows[0].TableRowProperties?.Elements<TableHeader>().Any() == true
                || table.GetFirstChild<TableProperties>()?.TableLook?.FirstRow?.Value == true);
        var longest = hasHead ? MaxCellLengthBelowHead : MaxCellLength;
        var cells = rows.ConvertAll(row => row.Descendants<TableCell>().Select(cell => ReadCell(cell, textOf)).ToList());
        if (table.Descendants<Table>().Any() || cells.Exists(row => row.Exists(cell => cell is null || cell.Length > longest)) || !cells.Exists(row => row.Count > 1))
        {
            return null;
        }

        var texts = cells.ConvertAll(row => string.Join(" | ", row));
        var head = hasHead && cells[0].TrueForAll(cell => cell is { Length: > 0 }) ? texts[0] : null;
        return [.. texts.Select((text, index) => new RawBlock(text) { Kind = ParagraphKind.Table, TableHead = index > 0 ? head : null })];
    }

    /// <summary>Null for a cell of more than one paragraph.</summary>
    private static string? ReadCell(TableCell cell, Func<WordParagraph, string> textOf) =>
        cell.Descendants<WordParagraph>().Select(textOf).Where(text => text.Length > 0).ToList() switch
        {
            [] => "",
            [var one] => one,
            _ => null,
        };
}
