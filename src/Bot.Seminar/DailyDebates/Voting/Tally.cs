using System.Globalization;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>How many stand where. Nothing smaller than three people is shown.</summary>
/// <param name="Counts">How many stand for, against, and undecided.</param>
internal sealed record Tally(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The smallest number that is shown.</summary>
    public const int MinShown = 3;

    /// <summary>Who wants what the motion says.</summary>
    public const string For = "for";

    /// <summary>Who does not want it.</summary>
    public const string Against = "against";

    /// <summary>Who does not know yet.</summary>
    public const string Undecided = "undecided";

    /// <summary>The stances as buttons, the database and files name them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Stances = [For, Against, Undecided];

    /// <summary>How many there are.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>Whether there are numbers to show.</summary>
    public bool IsShown => Total >= MinShown;

    /// <summary>
    /// The numbers in words. Where one of them would be smaller than three, the whole is not given either: the missing number could be
    /// reckoned from it.
    /// </summary>
    public string Describe()
    {
        if (!IsShown)
        {
            return VotingTexts.TooFew;
        }

        var (pro, contra, undecided) = (Number(Of(For)), Number(Of(Against)), Number(Of(Undecided)));
        return Stances.All(stance => Of(stance) >= MinShown)
            ? VotingTexts.FormatNumbersOfAll(pro, contra, undecided, Total)
            : VotingTexts.FormatNumbers(pro, contra, undecided);
    }

    /// <summary>What of it may be shown.</summary>
    public ShownTally ToShown() => new(this);

    /// <summary>A number that is shown to people.</summary>
    public static string Number(int count) => count < MinShown ? VotingTexts.FewerThanThree : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many stand at one stance.</summary>
    public int Of(string stance) => Counts.GetValueOrDefault(stance);
}

/// <summary>How many stand where, without what could tell who it was.</summary>
public sealed record ShownTally
{
    private readonly Tally tally;

    internal ShownTally(Tally tally) => this.tally = tally;

    /// <summary>Each stance with how many stand there; null for fewer than three.</summary>
    public IReadOnlyList<(string Stance, int? Voters)> Stances =>
        [.. Tally.Stances.Select(stance => (stance, tally.Of(stance) >= Tally.MinShown ? tally.Of(stance) : (int?)null))];

    /// <summary>The same in words.</summary>
    public string Words => tally.Describe();

    /// <summary>Whether there is a number to show.</summary>
    public bool HasNumbers => Stances.Any(stance => stance.Voters is not null);
}
