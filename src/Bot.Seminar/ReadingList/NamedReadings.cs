using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.ReadingList;

/// <summary>Reads several names of readings in one text: with commas, or just with spaces.</summary>
internal static class NamedReadings
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>The readings that are named, each once, in that order.</summary>
    /// <param name="readings">The readings that may be named.</param>
    /// <param name="text">At least one name.</param>
    /// <returns>The readings, or what is wrong with a name.</returns>
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

    // "What sanctions did" is one title, "pressure engagement" are two names.
    private static string[] NamesIn(IReadOnlyList<Reading> readings, string part) =>
        ReadingNames.Matches(readings, part).Count == 1 ? [part] : part.Split(' ');
}
