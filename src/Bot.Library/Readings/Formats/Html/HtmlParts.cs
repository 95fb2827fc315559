using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>
/// Finds further parts of a text that has several, such as the annexes of an act: the search for the main text finds only the largest. They are in
/// elements of the same class, behind it.
/// </summary>
internal static class HtmlParts
{
    /// <summary>An element around a part holds this share of the text of the element around it at least.</summary>
    private const double MostOfText = 0.6;

    private const int MaxDepth = 4;

    /// <summary>A part is at least so long, in characters; teasers and comments are shorter.</summary>
    private const int MinLength = 400;

    /// <summary>What has a larger share of links is a list of other pages.</summary>
    private const double MaxLinkShare = 0.2;

    /// <summary>The classes of the elements around a text, from outside to inside.</summary>
    public static IReadOnlyList<string> NameContainers(IElement text)
    {
        var names = new List<string>();
        for (var (element, depth) = (text, 0); depth < MaxDepth; depth++)
        {
            var length = element.TextContent.Length;
            if (element.Children.FirstOrDefault(child => child.TextContent.Length >= MostOfText * length) is not { } largest)
            {
                break;
            }

            if (largest.ClassName is { Length: > 0 } name)
            {
                names.Add(name);
            }

            element = largest;
        }

        return names;
    }

    /// <summary>The blocks of the other elements of such a class behind the text.</summary>
    /// <param name="document">The page.</param>
    /// <param name="containers">The classes.</param>
    /// <param name="found">The text.</param>
    public static IEnumerable<RawBlock> FindOthers(IHtmlDocument document, IReadOnlyList<string> containers, IReadOnlyList<RawBlock> found)
    {
        var known = found.Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var name in containers)
        {
            var elements = document.All.Where(element => element.ClassName == name).ToList();
            var parts = elements
                .SkipWhile(element => !HtmlBlocks.Of(element).Any(block => known.Contains(block.Text)))
                .Where(IsPart)
                .Select(HtmlBlocks.Of)
                .Where(blocks => !blocks.Any(block => !block.IsHeading && known.Contains(block.Text)))
                .SelectMany(blocks => blocks)
                .ToList();
            if (parts.Count > 0)
            {
                return parts;
            }
        }

        return [];
    }

    private static bool IsPart(IElement element) =>
        element.TextContent.Length >= MinLength
        && element.Closest("aside, nav, footer, header, [hidden], dialog") is null
        && !element.Ancestors<IElement>().Any(ancestor => ancestor.ClassName == element.ClassName)
        && element.QuerySelectorAll("a[href]").Sum(link => link.TextContent.Length) <= MaxLinkShare * element.TextContent.Length;
}
