using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Library.Readings.Formats;

/// <summary>The headings and paragraphs of a Markdown document, as a reader sees them.</summary>
internal static partial class MarkdownBlocks
{
    private const string NotesHeading = "Notes";

    public static List<RawBlock> Of(MarkdownDocument document)
    {
        var blocks = new List<RawBlock>();
        Add(blocks, document, null);
        return blocks;
    }

    private static void Add(List<RawBlock> blocks, ContainerBlock container, string? listNumber)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    blocks.Add(new RawBlock(TextOf(heading.Inline), IsHeading: true) { Level = heading.Level });
                    break;
                case Table table:
                    blocks.AddRange(table.OfType<TableRow>().Select(row => new RawBlock(TextOf(row))));
                    break;
                case FootnoteGroup notes:
                    blocks.Add(new RawBlock(NotesHeading, IsHeading: true));
                    Add(blocks, notes, null);
                    break;
                case Footnote note:
                    Add(blocks, note, note.Order > 0 ? string.Create(CultureInfo.InvariantCulture, $"{note.Order}.") : null);
                    break;
                case ListItemBlock item:
                    Add(blocks, item, NumberOf(item));
                    break;
                case ContainerBlock inner:
                    Add(blocks, inner, listNumber);
                    break;
                case HtmlBlock html:
                    blocks.Add(new RawBlock(Tag().Replace(html.Lines.ToString(), " ")));
                    break;
                case LinkReferenceDefinition or ThematicBreakBlock:
                    break;
                case CodeBlock code:
                    blocks.Add(new RawBlock(code.Lines.ToString()));
                    break;
                case LeafBlock leaf:
                    blocks.Add(new RawBlock(TextOf(leaf.Inline)) { ListNumber = listNumber });
                    listNumber = null;
                    break;
            }
        }
    }

    private static string? NumberOf(ListItemBlock item) => item.Parent is ListBlock { IsOrdered: true }
        ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}.")
        : null;

    private static string TextOf(TableRow row) => string.Join(" | ", row.OfType<TableCell>()
        .Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => TextOf(leaf.Inline)))));

    private static string TextOf(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
        {
            switch (inline)
            {
                case FootnoteLink or HtmlInline or LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Append(text, inner);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content);
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }
        }
    }

    [GeneratedRegex(@"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|</?[A-Za-z][^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
