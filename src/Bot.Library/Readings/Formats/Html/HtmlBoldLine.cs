using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Recognises headings that a page marks only as bold paragraphs.</summary>
internal static class HtmlBoldLine
{
    /// <summary>Whether an element is such a paragraph.</summary>
    /// <param name="element">A block of the page.</param>
    public static bool IsHeading(IElement element) =>
        element.LocalName is "p" or "div"
        && BoldHeading.Is(Folding.Fold(element.TextContent))
        && element.GetDescendants().All(node => node switch
        {
            IText words => string.IsNullOrWhiteSpace(words.Data) || IsBold(words, element),
            IElement inside => inside.LocalName is "b" or "strong" or "em" or "i" or "u" or "span" or "a" or "font",
            _ => true,
        });

    private static bool IsBold(INode words, IElement block)
    {
        for (var above = words.ParentElement; above is not null && above != block; above = above.ParentElement)
        {
            if (above.LocalName is "b" or "strong")
            {
                return true;
            }
        }

        return false;
    }
}
