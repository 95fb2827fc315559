using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Sentences;

/// <summary>Lists that stand in one paragraph: <c>1.) one 2.) two</c>, <c>a. one b. two</c>, <c>• 9. one • 10. two</c>.</summary>
internal static partial class Enumeration
{
    /// <summary>Where the items of a list start, when the text is a list whose items count on; empty otherwise.</summary>
    public static IReadOnlyList<int> FindItemStarts(string text)
    {
        var first = Marker.Match(text);
        if (!first.Success)
        {
            return [];
        }

        var starts = new List<int>();
        var (lead, value, tail) = (first.Groups["lead"].Value, first.Groups["value"].Value, first.Groups["tail"].Value);
        var place = first.Length;
        while (CountOn(value) is { } next && text.IndexOf($" {lead}{next}{tail} ", place, StringComparison.Ordinal) is >= 0 and var found)
        {
            starts.Add(found + 1);
            place = found + 1;
            value = next;
        }

        // A single further marker may be chance ("a. … grade b. …"); plain numbers with a full stop end sentences too.
        return starts.Count >= (lead.Length > 0 || tail.Contains(')', StringComparison.Ordinal) || char.IsAsciiDigit(value[0]) ? 1 : 2) ? starts : [];
    }

    /// <summary>How long the marker is that stands at a place; 0 for none.</summary>
    public static int MeasureMarker(string text, int start)
    {
        var match = Marker.Match(text, start, Math.Min(16, text.Length - start));
        return match.Success && match.Index == start ? match.Length : 0;
    }

    private static string? CountOn(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return (number + 1).ToString(CultureInfo.InvariantCulture);
        }

        return value is "z" or "Z" ? null : ((char)(value[0] + 1)).ToString();
    }

    [GeneratedRegex(@"^(?<lead>[•⁃*–-] ?)?(?<value>[0-9]{1,3}|[a-zA-Z])(?<tail>\.\)|\)|\.)(?=\s)")]
    private static partial Regex Marker { get; }
}
