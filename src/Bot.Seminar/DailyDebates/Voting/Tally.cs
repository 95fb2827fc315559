using System.Globalization;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>The number of votes on each side. Numbers below three are not shown.</summary>
/// <param name="Counts">The votes for, against, and undecided.</param>
internal sealed record Tally(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The smallest number that is shown.</summary>
    public const int MinShown = 3;

    /// <summary>For the motion.</summary>
    public const string For = "for";

    /// <summary>Against the motion.</summary>
    public const string Against = "against";

    /// <summary>Undecided.</summary>
    public const string Undecided = "undecided";

    /// <summary>The stances, by their names in buttons, the database and files, in display order.</summary>
    public static readonly IReadOnlyList<string> Stances = [For, Against, Undecided];

    /// <summary>The number of all votes.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>Whether there are numbers to show.</summary>
    public bool IsShown => Total >= MinShown;

    /// <summary>
    /// The numbers in words. If one of them is below three, the total is not given either, because the missing number could be calculated from it.
    /// </summary>
    public string Describe()
    {
        if (!IsShown)
        {
            return VotingTexts.TooFew;
        }

        var (pro, contra, undecided) = (ShowNumber(Of(For)), ShowNumber(Of(Against)), ShowNumber(Of(Undecided)));
        return Stances.All(stance => Of(stance) >= MinShown)
            ? VotingTexts.FormatNumbersOfAll(pro, contra, undecided, Total)
            : VotingTexts.FormatNumbers(pro, contra, undecided);
    }

    /// <summary>The part that can be shown.</summary>
    public ShownTally ToShown() => new(this);

    /// <summary>A number as it is shown.</summary>
    public static string ShowNumber(int count) => count < MinShown ? VotingTexts.FewerThanThree : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of votes for one stance.</summary>
    public int Of(string stance) => Counts.GetValueOrDefault(stance);
}

/// <summary>The number of votes on each side, without numbers that could reveal a person.</summary>
public sealed record ShownTally
{
    private readonly Tally tally;

    internal ShownTally(Tally tally) => this.tally = tally;

    /// <summary>Each stance with its votes; null for fewer than three.</summary>
    public IReadOnlyList<(string Stance, int? Voters)> Stances =>
        [.. Tally.Stances.Select(stance => (stance, tally.Of(stance) >= Tally.MinShown ? tally.Of(stance) : (int?)null))];

    /// <summary>The numbers in words.</summary>
    public string Words => tally.Describe();

    /// <summary>Whether there is a number to show.</summary>
    public bool HasNumbers => Stances.Any(stance => stance.Voters is not null);
}
