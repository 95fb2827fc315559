using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Markdown, with or without a YAML header. A paragraph, a list item, a table's row and a block of code each become one paragraph;
/// footnotes come at the end as notes; marks of emphasis, links and images are removed, their text stays.
/// </summary>
internal sealed partial class MarkdownFormat : IReadingFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseAutoLinks().Build();

    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken) => Read(TextDecoding.Decode(content), cancellationToken);

    /// <inheritdoc />
    public RawReading ReadWhole(byte[] content, CancellationToken cancellationToken) => Read(content, cancellationToken) with { KeepsAll = true };

    /// <summary>Reads a Markdown text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static RawReading Read(string text, CancellationToken cancellationToken)
    {
        var (header, body) = MarkdownHeader.Take(TextMarks.Clean(text));
        var blocks = new List<RawBlock>();
        var document = Parse(MarkdownDialects.RemoveMarks(body));
        foreach (var block in document)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(blocks, block, "");
        }

        var title = header.Title;
        if (title is null && document.FirstOrDefault() is HeadingBlock { Level: 1 })
        {
            title = blocks[0].Text;
            blocks.RemoveAt(0);
        }

        // Its words are not taken apart, because they can name an office, a translator or several people.
        if (blocks is [{ IsHeading: false } first, ..] && Byline.IsMatch(first.Text))
        {
            blocks[0] = first with { Kind = ParagraphKind.Byline };
        }

        return new RawReading(blocks) { Title = title, Author = header.Author, Date = header.Date, Source = header.Source, KeepsAll = header.KeepsAll };
    }

    private static MarkdownDocument Parse(string body)
    {
        try
        {
            return Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException cause)
        {
            // Markdig's guard against texts that would exhaust the stack.
            throw new UnreadableFileException("The Markdown is nested too deeply; take away levels of quotes or lists.", cause);
        }
    }

    private static void Add(List<RawBlock> blocks, Block block, string lead)
    {
        switch (block)
        {
            case HeadingBlock heading:
                blocks.Add(new RawBlock(TextOf(heading.Inline), IsHeading: true));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock html:
                blocks.Add(new RawBlock(MarkupText.Of(html.Lines.ToString())));
                break;
            case FootnoteGroup notes:
                blocks.Add(new RawBlock("Notes", IsHeading: true));
                AddAs(ParagraphKind.Note, blocks, () => AddAll(blocks, notes, ""));
                break;
            case ListBlock list:
                AddAs(ParagraphKind.ListItem, blocks, () => AddItems(blocks, list));
                break;
            case Table table:
                AddTable(blocks, table);
                break;
            case ContainerBlock container:
                AddAll(blocks, container, lead);
                break;
            case ParagraphBlock { Parent: MarkdownDocument, Inline: { } line } when IsBoldHeading(line):
                blocks.Add(new RawBlock(TextOf(line), IsHeading: true));
                break;
            case LeafBlock { Inline: { } inline }:
                blocks.Add(new RawBlock(lead + TextOf(inline)));
                break;
            case LeafBlock { Lines.Count: > 0 } code:
                blocks.Add(new RawBlock(lead + code.Lines) { Kind = ParagraphKind.Code });
                break;
        }
    }

    /// <summary>Adds blocks, and gives prose blocks their kind.</summary>
    private static void AddAs(ParagraphKind kind, List<RawBlock> blocks, Action add)
    {
        var first = blocks.Count;
        add();
        for (var i = first; i < blocks.Count; i++)
        {
            if (blocks[i] is { IsHeading: false, Kind: ParagraphKind.Prose })
            {
                blocks[i] = blocks[i] with { Kind = kind };
            }
        }
    }

    private static void AddTable(List<RawBlock> blocks, Table table)
    {
        string? head = null;
        foreach (var row in table.OfType<TableRow>())
        {
            var text = string.Join(" | ", row.OfType<TableCell>().Select(ReadCell));
            blocks.Add(new RawBlock(text) { Kind = ParagraphKind.Table, TableHead = head });
            head = row.IsHeader ? text : head;
        }
    }

    private static void AddAll(List<RawBlock> blocks, ContainerBlock container, string lead)
    {
        foreach (var block in container)
        {
            Add(blocks, block, lead);
            lead = "";
        }
    }

    private static bool IsBoldHeading(ContainerInline line) =>
        line.FirstChild is EmphasisInline { DelimiterCount: 2, NextSibling: null } && TextOf(line).Trim() is var text && BoldHeading.Is(text) && !Byline.IsMatch(text);

    // A numbered item keeps its number: the text may refer to it. Only the first one's is taken from the file, which can have “1.” everywhere.
    private static void AddItems(List<RawBlock> blocks, ListBlock list)
    {
        var start = list.IsOrdered && int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) ? first : default(int?);
        foreach (var (index, item) in list.OfType<ListItemBlock>().Index())
        {
            AddAll(blocks, item, start is { } number ? $"{number + index}{list.OrderedDelimiter} " : "");
        }
    }

    private static string ReadCell(TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Select(block => TextOf(block.Inline)));

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
                case LiteralInline literal:
                    text.Append(literal.Content);
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case FootnoteLink { IsBackLink: false } mark:
                    text.Append(TextMarks.Note(mark.Footnote.Label?.TrimStart('^') ?? ""));
                    break;
                case LinkInline { IsImage: true } or FootnoteLink:
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
    }

    // "by Jane Doe, 1903", which is no sentence.
    [GeneratedRegex(@"^[Bb]y:?\s+[^!?;]{2,150}(?<!\.)$")]
    private static partial Regex Byline { get; }
}
