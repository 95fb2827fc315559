namespace Bot.Seminar.Commands;

/// <summary>Guesses which name a mistyped one was meant to be.</summary>
public static class NearestName
{
    // A name longer than this is not a slip of the finger; the bound keeps the comparison cheap on any input.
    private const int LongestTyped = 64;

    /// <summary>The name that differs least, or null where none is near: a beginning, or one slip in each three letters.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">The names there are; of two equally near the first is taken.</param>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(names);
        if (typed.Length is 0 or > LongestTyped)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Slips: Slips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Slips)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Slips <= Math.Max(1, typed.Length / 3) ? nearest.Name : null;
    }

    // Damerau's distance with adjacent swaps; a typed beginning of two letters or more costs a single slip.
    private static int Slips(string typed, string name)
    {
        if (typed.Length >= 2 && name.StartsWith(typed, StringComparison.Ordinal))
        {
            return typed.Length == name.Length ? 0 : 1;
        }

        var rows = new int[typed.Length + 1, name.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= name.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            for (var j = 1; j <= name.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (typed[i - 1] == name[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[typed.Length, name.Length];
    }
}
