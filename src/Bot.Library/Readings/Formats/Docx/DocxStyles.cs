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

    /// <summary>What a picture or a table shows.</summary>
    Caption,

    /// <summary>An entry or the heading of a table of contents.</summary>
    Contents,
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

    /// <summary>The list that a paragraph is in and how far in, by itself or by its style; null if it is in none.</summary>
    public (int List, int Level)? NumberingOf(WordParagraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var (list, level) = (own?.NumberingId?.Val?.Value, own?.NumberingLevelReference?.Val?.Value);
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; id is not null && (list is null || level is null) && steps < MaxAncestors; steps++)
        {
            var style = styles.GetValueOrDefault(id);
            var inherited = style?.StyleParagraphProperties?.NumberingProperties;
            list ??= inherited?.NumberingId?.Val?.Value;
            level ??= inherited?.NumberingLevelReference?.Val?.Value;
            id = style?.BasedOn?.Val?.Value;
        }

        return list is { } known ? (known, level ?? 0) : null;
    }

    private static DocxKind KindOf(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "title" => DocxKind.Title,
        "caption" => DocxKind.Caption,
        "tocheading" => DocxKind.Contents,
        var folded when IsNumbered(folded, "heading") => DocxKind.Heading,
        var folded when IsNumbered(folded, "toc") => DocxKind.Contents,
        _ => DocxKind.Paragraph,
    };

    private static bool IsNumbered(string name, string stem) =>
        name.Length == stem.Length + 1 && name.StartsWith(stem, StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]);
}
