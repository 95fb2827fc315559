using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Recognises footnotes of a page, and the marks in the text that lead to them.</summary>
internal static partial class HtmlNotes
{
    /// <summary>
    /// What the note is called that a raised number or sign leads to, or null if the element is no such mark. It would stand in the middle of
    /// every quotation.
    /// </summary>
    public static string? MarkOf(IElement element) =>
        LinkOf(element) is { } link && link.GetAttribute("href") is { } address && address.Contains('#', StringComparison.Ordinal)
            && Mark.Match(element.TextContent) is { Success: true } mark
            ? mark.Groups["label"].Value
            : null;

    /// <summary>Whether an element is a note, or holds nothing but notes.</summary>
    public static bool IsNote(IElement element) =>
        element.ClassList.Any(name => NoteName.IsMatch(name)) || Is(element, "doc-footnote", "doc-endnote", "doc-endnotes") || Is(element, "footnote", "endnote", "footnotes", "endnotes", "rearnote");

    private static IElement? LinkOf(IElement element) => element.LocalName switch
    {
        "sup" => element.QuerySelector("a[href]"),
        "a" when IsReference(element) => element,
        "span" when IsReference(element) => element.QuerySelector("a[href]"),
        _ => null,
    };

    private static bool IsReference(IElement element) =>
        element.ClassList.Any(name => ReferenceName.IsMatch(name)) || Is(element, "doc-noteref", "noteref");

    private static bool Is(IElement element, params ReadOnlySpan<string> types) =>
        (element.GetAttribute("role") is { } role && types.Contains(role.Trim())) || (element.GetAttribute("epub:type") is { } type && types.Contains(type.Trim()));

    [GeneratedRegex("^(?:foot|end)notes?$|^fnotes?$", RegexOptions.IgnoreCase)]
    private static partial Regex NoteName { get; }

    [GeneratedRegex("^(?:fn|foot-?note|end-?note|note)-?_?(?:anchor|ref|reference|mark|link|call)s?$|^fn$|^footref$", RegexOptions.IgnoreCase)]
    private static partial Regex ReferenceName { get; }

    [GeneratedRegex(@"^\s*[\[(]?\s*(?<label>[0-9]{1,4}|[a-z]|[ivxl]{1,5}|[*†‡§]{1,3}|note [0-9]{1,3})\s*[\])]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Mark { get; }
}
