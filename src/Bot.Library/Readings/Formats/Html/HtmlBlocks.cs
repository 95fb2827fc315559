using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Reads the headings and paragraphs below an element, in document order.</summary>
internal sealed partial class HtmlBlocks
{
    private const string CellMark = " | ";

    private static readonly HashSet<string> BlockTags =
    [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "form", "header", "hgroup", "hr", "main", "ol", "p", "pre", "section", "summary", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    ];

    private readonly List<RawBlock> blocks = [];
    private readonly StringBuilder text = new();
    private readonly Stack<string?> tableHeads = new();
    private readonly Stack<ListNumbers?> lists = new();
    private readonly Func<IElement, bool> isNoise;
    private (string Number, ParagraphKind Kind)? item;
    private bool afterBreak;
    private int verseDepth;

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
            case IElement element when HtmlNotes.MarkOf(element) is { } mark:
                // At the beginning of a paragraph it is the label of the note itself, which leads back.
                text.Append(IsBlank() ? $"{element.TextContent.Trim()} " : TextMarks.Note(mark));
                break;
            case IElement element when !isNoise(element):
                Read(element);
                break;
        }
    }

    private void Read(IElement element)
    {
        if (BlockTags.Contains(element.LocalName) && HtmlNotes.IsNote(element))
        {
            EndBlock();
            var first = blocks.Count;
            ReadBlock(element);
            EndBlock();
            MarkNotes(first);
        }
        else
        {
            ReadBlock(element);
        }
    }

    private void MarkNotes(int first)
    {
        for (var i = first; i < blocks.Count; i++)
        {
            if (blocks[i] is { IsHeading: false, Kind: ParagraphKind.Prose or ParagraphKind.ListItem })
            {
                var text = Transcription.NoteAt([blocks[i].Text], 0) is [var note] ? note : blocks[i].Text;
                blocks[i] = blocks[i] with { Text = text, Kind = ParagraphKind.Note };
            }
        }
    }

    private void ReadBlock(IElement element)
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
            case "p" or "div" when lists.Count == 0 && tableHeads.Count == 0 && verseDepth == 0 && item is null && HtmlBoldLine.IsHeading(element):
                EndBlock();
                ReadChildren(element);
                EndBlock(isHeading: true);
                break;
            case "tr" when HtmlTableRow.IsListItem(element):
                ReadItem(element.Children[1], element.Children[0].TextContent + " ", ParagraphKind.Prose);
                break;
            case "tr" when HtmlTableRow.IsOfFigures(element):
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
            case "ol" or "ul":
                EndBlock();
                lists.Push(element.LocalName == "ol" ? ListNumbers.Of(element) : null);
                ReadChildren(element);
                EndBlock();
                lists.Pop();
                break;
            case "li":
                ReadItem(element, lists.Count > 0 ? lists.Peek()?.Next(element) ?? "" : "", ParagraphKind.ListItem);
                break;
            case "pre" when element.QuerySelector("code") is not null:
                EndBlock();
                ReadChildren(element);
                EndBlock(kind: ParagraphKind.Code);
                break;
            case "pre":
                EndBlock();
                ReadChildren(element);
                EndPlainText();
                break;
            case var tag when BlockTags.Contains(tag):
                EndBlock();
                ReadVerse(element);
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

    /// <summary>In a stanza the elements inside, or the lines between breaks, are its lines.</summary>
    private void ReadVerse(IElement element)
    {
        var isVerse = HtmlVerse.IsNamed(element);
        verseDepth += isVerse ? 1 : 0;
        if (isVerse && HtmlVerse.HasLines(element))
        {
            foreach (var child in element.ChildNodes)
            {
                if (child is IElement { LocalName: "div" or "p" } line && HtmlPageNumber.Of(line) is null)
                {
                    text.Append(IsBlank() ? "" : TextMarks.LineBreak);
                    ReadChildren(line);
                }
                else
                {
                    Read(child);
                }
            }
        }
        else
        {
            ReadChildren(element);
        }

        EndBlock();
        verseDepth -= isVerse ? 1 : 0;
    }

    private bool IsBlank() => item is not { Number.Length: > 0 } && TextMarks.RemoveMarks(text.ToString()).AsSpan().IsWhiteSpace();

    /// <summary>One break wraps a line; two in a row are how old pages begin a paragraph.</summary>
    private void ReadBreak()
    {
        if (afterBreak)
        {
            EndBlock();
        }
        else
        {
            text.Append(TextMarks.LineBreak);
            afterBreak = true;
        }
    }

    /// <summary>The number of an item belongs to its first paragraph.</summary>
    private void ReadItem(IElement element, string number, ParagraphKind kind)
    {
        EndBlock();
        item = (number, kind);
        ReadChildren(element);
        EndBlock();
        item = null;
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
        var all = text.ToString();
        text.Clear();
        afterBreak = false;
        Add(all.Split(TextMarks.LineBreak), isHeading, kind);
    }

    /// <summary>Plain text within a page: where it is prose or verse, blank lines part it.</summary>
    private void EndPlainText()
    {
        var groups = BlankLine.Split(text.ToString().ReplaceLineEndings("\n")).Where(group => group.Any(char.IsLetterOrDigit)).Select(group => group.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray()).ToList();
        if (groups.Count(group => Stanza.Is(group) || PlainLine.IsProse(Folding.Fold(string.Join(' ', group)))) * 2 < groups.Count)
        {
            EndBlock();
            return;
        }

        text.Clear();
        afterBreak = false;
        foreach (var group in groups)
        {
            Add(group, isHeading: false, ParagraphKind.Prose);
        }
    }

    private void Add(string[] lines, bool isHeading, ParagraphKind kind)
    {
        lines = [.. lines.Select(line => Folding.Fold(PageNumbers.Mark(line))).Where(line => line.Length > 0)];
        if (lines.Length > 0 && item is var (number, itemKind))
        {
            (lines[0], kind, item) = (Folding.Fold(number + lines[0]), kind == ParagraphKind.Prose ? itemKind : kind, null);
        }

        var isVerse = !isHeading && kind == ParagraphKind.Prose && lines.Length > 1
            && (verseDepth > 0 || Stanza.Is([.. lines.Select(TextMarks.RemoveMarks).Where(line => line.Length > 0)]));
        if (lines.Length > 0)
        {
            blocks.Add(new RawBlock(string.Join(isVerse ? TextMarks.LineBreak : " ", lines), isHeading) { Kind = isVerse ? ParagraphKind.Verse : kind });
        }
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine { get; }
}
