using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>Reads dates as English texts write them.</summary>
internal static partial class DateText
{
    private static readonly string[] Forms =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "MMMM yyyy", "MMM yyyy", "yyyy-M",
        "dddd d MMMM yyyy", "dddd MMMM d yyyy",
    ];

    /// <summary>The day that a line names and nothing else; a month without a day is its first.</summary>
    /// <param name="text">"23 November 2026", "Nov. 23, 2026", "2026-11-23T10:00:00Z", "Published on November 23rd, 2026".</param>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 60)
        {
            return null;
        }

        var bare = Clock().Replace(Lead().Replace(text.Trim(), ""), "").Trim();
        bare = Ordinal().Replace(bare.Replace(",", " ", StringComparison.Ordinal), "$1");
        bare = Spaces().Replace(September().Replace(AbbreviationDot().Replace(bare, "$1 "), "Sep"), " ").Trim();
        return DateOnly.TryParseExact(bare, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex(@"^(?:(?:first\s+)?published|posted|updated|last updated|date)?\s*(?:on)?\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:\s*(?:at|T|\||–|-|,)\s*|\s+)\d{1,2}:\d{2}.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b([A-Za-z]{3,4})\.")]
    private static partial Regex AbbreviationDot();

    [GeneratedRegex(@"\bSept\b", RegexOptions.IgnoreCase)]
    private static partial Regex September();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
