using System.Globalization;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>How many stand where. Nothing smaller than three people is shown.</summary>
/// <param name="Counts">How many stand for, against, and undecided.</param>
internal sealed record Tally(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The smallest number that is shown.</summary>
    public const int FewestShown = 3;

    /// <summary>The stances, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Stances = ["for", "against", "undecided"];

    /// <summary>How many there are.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>Whether there are numbers to show.</summary>
    public bool IsShown => Total >= FewestShown;

    /// <summary>
    /// The numbers in words. Where one of them would be smaller than three, the whole is not given either: the missing number could be
    /// reckoned from it.
    /// </summary>
    public string Describe()
    {
        if (!IsShown)
        {
            return "Fewer than three have voted, so no numbers are shown.";
        }

        var shown = Stances.Select(stance => $"{stance} {Number(Of(stance))}");
        var isWhole = Stances.All(stance => Of(stance) >= FewestShown);
        return $"{string.Join(", ", shown)}{(isWhole ? $"; {Total.ToString(CultureInfo.InvariantCulture)} votes" : "")}.";
    }

    /// <summary>What of it may be shown.</summary>
    public ShownTally ToShown() => new([.. Stances.Select(stance => (stance, Of(stance) >= FewestShown ? Of(stance) : (int?)null))], Describe());

    /// <summary>A number that is shown to people.</summary>
    public static string Number(int count) => count < FewestShown ? "fewer than three" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many stand at one stance.</summary>
    public int Of(string stance) => Counts.GetValueOrDefault(stance);
}

/// <summary>How many stand where, without what could tell who it was.</summary>
/// <param name="Stances">Each stance with how many stand there; null for fewer than three.</param>
/// <param name="Words">The same in words.</param>
public sealed record ShownTally(IReadOnlyList<(string Stance, int? Voters)> Stances, string Words)
{
    /// <summary>Whether there is a number to show.</summary>
    public bool HasNumbers => Stances.Any(stance => stance.Voters is not null);
}
