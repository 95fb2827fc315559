using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Says what a row of a table holds: figures and labels, an item of a list, or whole paragraphs.</summary>
internal static partial class HtmlTableRow
{
    /// <summary>A row whose cells are all shorter than this many characters is one paragraph.</summary>
    private const int MaxShortCellLength = 80;

    private const int MaxNumberLength = 8;

    /// <summary>Whether a row holds figures and labels.</summary>
    public static bool IsOfFigures(IElement row) =>
        row.Children.Length > 1 && row.Children.All(cell => cell.TextContent.Length < MaxShortCellLength && cell.QuerySelector("p, li, table") is null);

    /// <summary>Whether a row is an item of a list: its number in one cell, its text in the next.</summary>
    public static bool IsListItem(IElement row) =>
        row.Children is { Length: 2 } cells
        && Folding.Fold(cells[0].TextContent) is { Length: > 0 and <= MaxNumberLength } number && Number.IsMatch(number)
        && cells[1].TextContent.Any(char.IsLetter)
        && (!char.IsLetterOrDigit(number[^1]) || (Folding.Fold(cells[1].TextContent) is var item && (item.EndsWith(':') || PlainLine.EndsSentence(item))));

    [GeneratedRegex(@"^(?:\(?[0-9a-zA-Z]{1,5}[.)]|[-–—•]|\[[0-9]{1,4}\]|[0-9]{1,4})$")]
    private static partial Regex Number { get; }
}
