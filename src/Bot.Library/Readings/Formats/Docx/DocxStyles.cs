using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>What a paragraph is, by its style: Word uses English names for its own styles in every language.</summary>
internal enum DocxKind
{
    Paragraph,
    Title,
    Heading,

    /// <summary>A table of contents or a caption.</summary>
    Left,
}

/// <summary>Looks up the styles of a document.</summary>
internal sealed class DocxStyles
{
    /// <summary>Longer chains of styles based on styles are circles.</summary>
    private const int MaxAncestors = 16;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    public DocxStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                styles[id] = style;
            }
        }
    }

    /// <summary>What a paragraph is.</summary>
    public DocxKind KindOf(WordParagraph paragraph)
    {
        // Levels 0 to 8 are headings, 9 is how Word writes "body text".
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and <= 8)
        {
            return DocxKind.Heading;
        }

        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; id is not null && steps < MaxAncestors; steps++)
        {
            var style = styles.GetValueOrDefault(id);
            var kind = KindOf(style?.StyleName?.Val?.Value ?? id);
            if (kind != DocxKind.Paragraph)
            {
                return kind;
            }

            if (style?.StyleParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and <= 8)
            {
                return DocxKind.Heading;
            }

            id = style?.BasedOn?.Val?.Value;
        }

        return DocxKind.Paragraph;
    }

    private static DocxKind KindOf(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "title" => DocxKind.Title,
        "caption" or "tocheading" => DocxKind.Left,
        var folded when IsNumbered(folded, "heading") => DocxKind.Heading,
        var folded when IsNumbered(folded, "toc") => DocxKind.Left,
        _ => DocxKind.Paragraph,
    };

    private static bool IsNumbered(string name, string stem) =>
        name.Length == stem.Length + 1 && name.StartsWith(stem, StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]);
}
