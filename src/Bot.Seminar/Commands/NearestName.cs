using F23.StringSimilarity;

namespace Bot.Seminar.Commands;

/// <summary>Guesses which name a mistyped one meant.</summary>
public static class NearestName
{
    // Longer names are not compared, so that the comparison stays fast for any input.
    private const int MaxTyped = 64;

    private static readonly OptimalStringAlignment Distance = new();

    /// <summary>The most similar name, or null: it must begin like the typed one, or differ in at most one of three letters.</summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="names">All names; if two are equally similar, the first one is used.</param>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(names);
        if (typed.Length is 0 or > MaxTyped)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Slips: CountSlips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Slips)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Slips <= Math.Max(1, typed.Length / 3) ? nearest.Name : null;
    }

    // The number of missing, added, changed or swapped letters; if the name begins with the typed text (two letters or more), 1.
    private static double CountSlips(string typed, string name) => typed.Length >= 2 && name.StartsWith(typed, StringComparison.Ordinal)
        ? Math.Sign(name.Length - typed.Length)
        : Distance.Distance(typed, name);
}
