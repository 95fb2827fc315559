using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Recognises the elements that editions of books set verse in.</summary>
internal static partial class HtmlVerse
{
    private const int MaxLineLength = 120;

    /// <summary>Whether an element is called a poem, a stanza or the like.</summary>
    public static bool IsNamed(IElement element) => element.ClassList.Any(name => Name.IsMatch(name));

    /// <summary>Whether the elements right below it are lines, each of them one, rather than stanzas.</summary>
    public static bool HasLines(IElement element) =>
        element.Children.Count(IsBlock) > 1
        && element.Children.Where(IsBlock).All(child => child.TextContent.Length <= MaxLineLength && child.QuerySelector("p, div, br, ul, ol, table") is null);

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div";

    [GeneratedRegex("^(?:poem|poetry|stanza|verse|verses|versegroup|linegroup|lg)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name { get; }
}
