using Bot.Chat.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Commands;

/// <summary>Finds the readings of a name: an id, the beginning of an id, a title, or words of a title.</summary>
internal static class ReadingNames
{
    private const int MaxShown = 80;
    private const int MaxNamesTold = 8;

    /// <summary>The readings that a name can mean: one if it is clear, several if it is not, none if no reading matches.</summary>
    /// <param name="readings">The readings on the shelf.</param>
    /// <param name="name">The typed text, cleaned.</param>
    public static IReadOnlyList<Reading> Matches(IReadOnlyList<Reading> readings, string name)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var words = WordsOf(name);
        Func<Reading, bool>[] waysToName =
        [
            reading => AreSame(reading.Id.Value, name),
            reading => AreSame(reading.Title, name) || AreSame(reading.File, name),
            reading => AreSame(TakeLastPart(reading), name),
            reading => reading.Id.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || TakeLastPart(reading).StartsWith(name, StringComparison.OrdinalIgnoreCase),
            reading => words.Count > 0 && words.IsSubsetOf(WordsOf($"{reading.Title} {reading.Id.Value}")),
        ];

        foreach (var isMeant in waysToName)
        {
            var matches = readings.Where(isMeant).ToList();
            if (matches.Count > 0)
            {
                return matches;
            }
        }

        return [];
    }

    /// <summary>Explains why a name does not select one reading, and what to write instead.</summary>
    /// <param name="readings">The readings on the shelf.</param>
    /// <param name="name">The typed text, cleaned.</param>
    /// <param name="matches">The result of <see cref="Matches"/>: none, or several.</param>
    public static string Explain(IReadOnlyList<Reading> readings, string name, IReadOnlyList<Reading> matches)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(matches);
        if (matches.Count > 0)
        {
            return CommandTexts.FormatAmbiguousReading(Shorten(name), List(matches));
        }

        if (readings.Count == 0)
        {
            return CommandTexts.FormatNoReadingsNow(Shorten(name));
        }

        return NearestName.Of(name, readings.Select(reading => reading.Id.Value)) is { } nearest
            ? CommandTexts.FormatNearestReading(Shorten(name), nearest)
            : CommandTexts.FormatNoSuchReading(Shorten(name), List(readings));
    }

    // A long text is not repeated whole.
    private static string Shorten(string name) => InputText.CountCharacters(name) > MaxShown ? CommandTexts.That : Wording.Quote(name);

    /// <summary>The ids of some readings as a list, or the first few of many.</summary>
    public static string List(IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var named = string.Join(", ", readings.Take(MaxNamesTold).Select(reading => reading.Id.Value));
        return readings.Count > MaxNamesTold ? CommandTexts.FormatAndMoreReadings(named, readings.Count - MaxNamesTold) : named;
    }

    private static bool AreSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string TakeLastPart(Reading reading) => reading.Id.Value[(reading.Id.Value.LastIndexOf('/') + 1)..];

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetterOrDigit(text[i]))
            {
                if (i > start)
                {
                    words.Add(text[start..i]);
                }

                start = i + 1;
            }
        }

        return words;
    }
}
