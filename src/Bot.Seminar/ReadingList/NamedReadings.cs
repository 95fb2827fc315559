using Bot.Library.Readings;

namespace Bot.Seminar.ReadingList;

/// <summary>Reads several names of readings in one text, separated by commas or only by spaces.</summary>
internal static class NamedReadings
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>The named readings, each once, in order.</summary>
    /// <param name="readings">The readings that can be named.</param>
    /// <param name="text">At least one name.</param>
    /// <returns>The readings, or the problem with a name.</returns>
    public static (IReadOnlyList<Reading> Named, string Problem) Of(IReadOnlyList<Reading> readings, string text)
    {
        var named = new List<Reading>();
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in parts.SelectMany(part => NamesIn(readings, part)))
        {
            var matches = ReadingNames.Matches(readings, name);
            if (matches is not [var reading])
            {
                return ([], ReadingNames.Explain(readings, name, matches));
            }

            named.Add(reading);
        }

        return ([.. named.Distinct()], "");
    }

    // "What sanctions did" is one title; "pressure engagement" is two names.
    private static string[] NamesIn(IReadOnlyList<Reading> readings, string part) =>
        ReadingNames.Matches(readings, part).Count == 1 ? [part] : part.Split(' ');
}
