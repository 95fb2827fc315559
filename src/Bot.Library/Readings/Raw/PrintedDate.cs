using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>The date of a text as its first page says it: on a line of its own, or behind a word such as “Published” or “Decided”.</summary>
internal static partial class PrintedDate
{
    /// <summary>The first such date, or null.</summary>
    /// <param name="front">The first lines and paragraphs.</param>
    public static DateOnly? Find(IEnumerable<string> front) => front
        .Select(text => WrittenDate.ParseLine(text.Trim('[', ']', '(', ')')) ?? Labelled.Matches(text).Select(match => WrittenDate.Find(match.Groups["date"].Value)).FirstOrDefault(date => date is not null))
        .FirstOrDefault(date => date is not null);

    [GeneratedRegex(@"\b(?:Published|Decided|Issued|Filed|Posted|Released|Adopted)(?: on)?:?\s+(?<date>[^.;]{6,30})")]
    private static partial Regex Labelled { get; }
}
