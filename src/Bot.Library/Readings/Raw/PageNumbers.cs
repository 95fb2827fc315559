using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>Numbers of printed pages within a text: <c>[Pg 32]</c>, <c>[Page xiv]</c>, <c>[S. 7]</c>.</summary>
internal static partial class PageNumbers
{
    /// <summary>The text with each replaced by a sign.</summary>
    public static string Mark(string text) => text.Contains('[', StringComparison.Ordinal)
        ? InText.Replace(text, match => TextMarks.MarkPage(match.Groups["number"].Value))
        : text;

    /// <summary>The number, where a text is nothing else; or null.</summary>
    public static string? Of(string text) => Alone.Match(text) is { Success: true } match ? match.Groups["number"].Value : null;

    [GeneratedRegex(@"\[(?:Pg\.?|Page|S\.|Seite|p\.)\s*(?<number>[0-9]{1,4}|[ivxlc]{1,7})\]", RegexOptions.IgnoreCase)]
    private static partial Regex InText { get; }

    [GeneratedRegex(@"^\s*[\[({]?\s*(?:Pg\.?|Page|S\.|Seite|p\.)?\s*(?<number>[0-9]{1,4}|[ivxlc]{1,7})\s*[\])}]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Alone { get; }
}
