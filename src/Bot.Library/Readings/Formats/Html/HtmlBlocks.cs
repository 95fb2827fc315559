using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Reads the headings and paragraphs below an element, in document order.</summary>
internal sealed partial class HtmlBlocks
{
    private const string CellMark = " | ";

    /// <summary>A row whose cells are all shorter than this many characters is a row of figures and labels: one paragraph.</summary>
    private const int MaxShortCellLength = 80;

    private static readonly HashSet<string> BlockTags =
    [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "form", "header", "hgroup", "hr", "main", "ol", "p", "pre", "section", "summary", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    ];

    /// <summary>A list in a table: its number in one cell, its text in the next.</summary>
    private const int MaxEnumeratorLength = 8;

    private readonly List<RawBlock> blocks = [];
    private readonly StringBuilder text = new();
    private readonly Stack<string?> tableHeads = new();
    private bool afterBreak;

    private readonly Func<IElement, bool> isNoise;

    private HtmlBlocks(Func<IElement, bool> isNoise) => this.isNoise = isNoise;

    /// <summary>The blocks below an element; none of them blank.</summary>
    public static IReadOnlyList<RawBlock> Of(IElement root) => Read(root, HtmlNoise.Is);

    /// <summary>The same with menus, captions, frames and dialogs, but without what no browser shows as text.</summary>
    public static IReadOnlyList<RawBlock> ReadWhole(IElement root) => Read(root, element => element.LocalName is "script" or "style" or "template" or "head" or "noscript");

    private static List<RawBlock> Read(IElement root, Func<IElement, bool> isNoise)
    {
        var reader = new HtmlBlocks(isNoise);
        reader.ReadChildren(root);
        reader.EndBlock();
        return reader.blocks;
    }

    private void Read(INode node)
    {
        switch (node)
        {
            case IText words:
                text.Append(words.Data);
                afterBreak &= string.IsNullOrWhiteSpace(words.Data);
                break;
            case IElement element when HtmlPageNumber.Of(element) is { } page:
                text.Append(TextMarks.MarkPage(page));
                break;
            case IElement element when HtmlNoise.NoteMark(element) is { } mark:
                text.Append(TextMarks.Note(mark));
                break;
            case IElement element when !isNoise(element):
                Read(element);
                break;
        }
    }

    private void Read(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                ReadBreak();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                EndBlock();
                ReadChildren(element);
                EndBlock(isHeading: true);
                break;
            case "tr" when IsListItem(element):
                EndBlock();
                text.Append(element.Children[0].TextContent).Append(' ');
                ReadItem(element.Children[1]);
                EndBlock();
                break;
            case "tr" when IsRowOfFigures(element):
                EndBlock();
                ReadRow(element);
                break;
            case "table":
                EndBlock();
                tableHeads.Push(null);
                ReadChildren(element);
                EndBlock();
                tableHeads.Pop();
                break;
            case "li":
                EndBlock();
                ReadChildren(element);
                EndBlock(kind: ParagraphKind.ListItem);
                break;
            case "pre" when element.QuerySelector("code") is not null:
                EndBlock();
                ReadChildren(element);
                EndBlock(kind: ParagraphKind.Code);
                break;
            case var tag when BlockTags.Contains(tag):
                EndBlock();
                ReadChildren(element);
                EndBlock();
                break;
            default:
                ReadChildren(element);
                break;
        }
    }

    private void ReadChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            Read(child);
        }
    }

    /// <summary>One break wraps a line; two in a row are how old pages begin a paragraph.</summary>
    private void ReadBreak()
    {
        if (afterBreak)
        {
            EndBlock();
        }
        else
        {
            text.Append(' ');
            afterBreak = true;
        }
    }

    private static bool IsRowOfFigures(IElement row) =>
        row.Children.Length > 1 && row.Children.All(cell => cell.TextContent.Length < MaxShortCellLength && cell.QuerySelector("p, li, table") is null);

    private static bool IsListItem(IElement row) =>
        row.Children is { Length: 2 } cells
        && Folding.Fold(cells[0].TextContent) is { Length: > 0 and <= MaxEnumeratorLength } number && Enumerator.IsMatch(number)
        && cells[1].TextContent.Any(char.IsLetter);

    /// <summary>The first paragraph of an item belongs to its number.</summary>
    private void ReadItem(IElement cell)
    {
        var first = cell.ChildNodes.FirstOrDefault(node => !string.IsNullOrWhiteSpace(node.TextContent));
        foreach (var child in cell.ChildNodes)
        {
            if (ReferenceEquals(child, first) && child is IElement { LocalName: "p" or "div" } paragraph && paragraph.QuerySelector("p, div, table, ul, ol") is null)
            {
                ReadChildren(paragraph);
                EndBlock();
            }
            else
            {
                Read(child);
            }
        }
    }

    private void ReadRow(IElement row)
    {
        foreach (var (index, cell) in row.Children.Index())
        {
            text.Append(index > 0 ? CellMark : "");
            ReadChildren(cell);
        }

        var head = tableHeads.Count > 0 ? tableHeads.Peek() : null;
        var isHead = head is null && row.Children.All(cell => cell.LocalName == "th");
        EndBlock(kind: ParagraphKind.Table);
        if (tableHeads.Count > 0 && blocks is [.., { Kind: ParagraphKind.Table } added])
        {
            blocks[^1] = added with { TableHead = head };
            if (isHead)
            {
                tableHeads.Pop();
                tableHeads.Push(added.Text);
            }
        }
    }

    private void EndBlock(bool isHeading = false, ParagraphKind kind = ParagraphKind.Prose)
    {
        var block = Folding.Fold(PageNumbers.Mark(text.ToString()));
        text.Clear();
        afterBreak = false;
        if (block.Length > 0)
        {
            blocks.Add(new RawBlock(block, isHeading) { Kind = kind });
        }
    }

    [GeneratedRegex(@"^(?:\(?[0-9a-zA-Z]{1,5}[.)]|[-–—•])$")]
    private static partial Regex Enumerator { get; }
}
