using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Recognises where an edition of a printed book marks the beginning of a page: an element of a class of that name, or a page break of EPUB.</summary>
internal static partial class HtmlPageNumber
{
    private const int MaxNumberLength = 16;

    /// <summary>The number, where the element says nothing else; or null.</summary>
    public static string? Of(IElement element)
    {
        if (element.LocalName is not ("span" or "a" or "div" or "p" or "small" or "sup") || element.TextContent.Length > MaxNumberLength || !IsPage(element))
        {
            return null;
        }

        var text = element.TextContent.Trim().Length > 0 ? element.TextContent : element.GetAttribute("title") ?? element.GetAttribute("aria-label") ?? "";
        return PageNumbers.Of(text);
    }

    private static bool IsPage(IElement element) =>
        element.ClassList.Any(name => Name.IsMatch(name))
        || element.GetAttribute("role") == "doc-pagebreak"
        || element.GetAttribute("epub:type") == "pagebreak";

    [GeneratedRegex("^(?:x-)?page-?_?(?:num|number|no|break)s?$|^pb$|^folio$", RegexOptions.IgnoreCase)]
    private static partial Regex Name { get; }
}
