using System.Text;

namespace Bot.Evaluation.Reports;

/// <summary>
/// A Markdown table with aligned columns, so that it is readable on a terminal and in a page. The first column is left-aligned, the others are
/// right-aligned.
/// </summary>
/// <param name="headings">One for each column.</param>
internal sealed class Table(params IReadOnlyList<string> headings)
{
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One for each heading.</param>
    public void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count != headings.Count)
        {
            throw new ArgumentException($"A row of {cells.Count} cells does not fit {headings.Count} columns.", nameof(cells));
        }

        rows.Add(cells);
    }

    /// <summary>Writes the table with an empty line below it.</summary>
    public void Write(TextWriter output)
    {
        var widths = headings.Select((_, column) => Width(column)).ToList();
        output.WriteLine(Line(headings, widths));
        output.WriteLine($"|{string.Join('|', widths.Select((width, column) => Rule(width, column)))}|");
        foreach (var row in rows)
        {
            output.WriteLine(Line(row, widths));
        }

        output.WriteLine();
    }

    private int Width(int column) => rows.Prepend(headings).Max(row => row[column].Length);

    private static string Line(IReadOnlyList<string> cells, List<int> widths)
    {
        var line = new StringBuilder("|");
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column].Replace("|", "\\|", StringComparison.Ordinal);
            line.Append(' ').Append(column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])).Append(" |");
        }

        return line.ToString();
    }

    private static string Rule(int width, int column) =>
        column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":";
}
