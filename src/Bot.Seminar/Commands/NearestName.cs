using F23.StringSimilarity;

namespace Bot.Seminar.Commands;

/// <summary>Guesses which name a mistyped one was meant to be.</summary>
public static class NearestName
{
    // A name longer than this is not a slip of the finger; the bound keeps the comparison cheap on any input.
    private const int MaxTyped = 64;

    private static readonly OptimalStringAlignment Distance = new();

    /// <summary>The name that differs least, or null where none is near: a beginning, or one slip in each three letters.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">The names there are; of two equally near the first is taken.</param>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(names);
        if (typed.Length is 0 or > MaxTyped)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Slips: Slips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Slips)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Slips <= Math.Max(1, typed.Length / 3) ? nearest.Name : null;
    }

    // Letters that are missing, added, changed or swapped; a typed beginning of two letters or more counts as one slip.
    private static double Slips(string typed, string name) => typed.Length >= 2 && name.StartsWith(typed, StringComparison.Ordinal)
        ? Math.Sign(name.Length - typed.Length)
        : Distance.Distance(typed, name);
}
