using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Web.Room;

/// <summary>The sentences in an address: <c>12.3-4</c>.</summary>
/// <param name="Paragraph">The paragraph's number, from 1.</param>
/// <param name="First">The number of the first sentence, from 1.</param>
/// <param name="Last">The number of the last one.</param>
public readonly partial record struct PlaceInAddress(int Paragraph, int First, int Last)
{
    /// <summary>The form for people: <c>¶12.3–4</c>.</summary>
    public string Label => Last > First
        ? string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}.{First}–{Last}")
        : string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}.{First}");

    /// <summary>Whether a sentence belongs to it.</summary>
    public bool Holds(int paragraph, int sentence) => paragraph == Paragraph && sentence >= First && sentence <= Last;

    /// <summary>The words of the place; null if the reading does not have it.</summary>
    public string? WordsIn(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Find(Paragraph) is { } paragraph && First >= 1 && Last >= First && Last <= paragraph.Sentences.Count
            ? paragraph.Quote(First, Last)
            : null;
    }

    /// <summary>Parses a part of an address; null if it is not a place.</summary>
    internal static PlaceInAddress? Parse(string? text)
    {
        var match = Written.Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var first = ReadNumber(match.Groups["first"]) ?? 1;
        return new PlaceInAddress(ReadNumber(match.Groups["paragraph"]) ?? 0, first, ReadNumber(match.Groups["last"]) ?? first);
    }

    private static int? ReadNumber(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^p?(?<paragraph>[0-9]{1,6})(?:\.(?<first>[0-9]{1,6})(?:-(?<last>[0-9]{1,6}))?)?$")]
    private static partial Regex Written { get; }
}
