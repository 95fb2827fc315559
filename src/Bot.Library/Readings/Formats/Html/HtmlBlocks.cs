using System.Text;
using AngleSharp.Dom;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Reads the headings and paragraphs below an element, in document order.</summary>
internal sealed class HtmlBlocks
{
    /// <summary>A row whose cells are all shorter than this many characters is a row of figures and labels: one paragraph.</summary>
    private const int ShortCell = 80;

    private static readonly HashSet<string> BlockTags =
    [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "form", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    ];

    private readonly List<RawBlock> blocks = [];
    private readonly StringBuilder text = new();
    private bool afterBreak;

    private HtmlBlocks()
    {
    }

    /// <summary>The blocks below an element; none of them blank.</summary>
    public static IReadOnlyList<RawBlock> Of(IElement root)
    {
        var reader = new HtmlBlocks();
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
            case IElement element when !HtmlNoise.Is(element):
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
            case "tr" when IsRowOfFigures(element):
                EndBlock();
                ReadRow(element);
                EndBlock();
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
        row.Children.Length > 1 && row.Children.All(cell => cell.TextContent.Length < ShortCell && cell.QuerySelector("p, li, table") is null);

    private void ReadRow(IElement row)
    {
        foreach (var cell in row.Children)
        {
            ReadChildren(cell);
            text.Append(' ');
        }
    }

    private void EndBlock(bool isHeading = false)
    {
        var block = Folding.Fold(text.ToString());
        text.Clear();
        afterBreak = false;
        if (block.Length > 0)
        {
            blocks.Add(new RawBlock(block, isHeading));
        }
    }
}
