using Bot.Chat;
using Bot.Library;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Debate;

/// <summary>
/// Chooses what to offer to those who have asked nothing yet: claims of the readings that the readings surely speak against, a text to sum up,
/// and the list of texts.
/// </summary>
internal sealed class Starters(MotionFinder motions, CounterSearch counters)
{
    private const int MaxClaims = 2;
    private const int MaxLabel = 75;

    // A large shelf is sampled, and only so many claims are looked up; each takes about as long as a question.
    private const int ReadingsSampled = 20;
    private const int MaxTried = 8;

    /// <summary>The choices, at most four; none where there are no readings.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="chance">Chooses among what there is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Choice>> OfAsync(ShelfSnapshot snapshot, Random chance, CancellationToken cancellationToken)
    {
        var readings = snapshot.Readings.ToArray();
        chance.Shuffle(readings);
        if (readings.Length == 0)
        {
            return [];
        }

        var candidates = readings.Take(ReadingsSampled).SelectMany(reading => motions.In(snapshot, reading))
            .Where(motion => LabelOf(motion).Length <= MaxLabel)
            .ToArray();
        chance.Shuffle(candidates);
        var claims = new List<Motion>();
        foreach (var motion in candidates.Take(MaxTried))
        {
            if (claims.Count == MaxClaims)
            {
                break;
            }

            if (!claims.Exists(chosen => chosen.Reading == motion.Reading) && await IsAnsweredAsync(snapshot, motion, cancellationToken))
            {
                claims.Add(motion);
            }
        }

        var text = readings[0];
        return
        [
            .. claims.Select(motion => new Choice(LabelOf(motion), "counter", $"{motion.Claim}.")),
            new Choice($"Sum up “{ShortTitles.Of(text.Title)}”", "summary", $"reading:{text.Id}"),
            new Choice("Which texts do we read?", "readings", ""),
        ];
    }

    private async Task<bool> IsAnsweredAsync(ShelfSnapshot snapshot, Motion motion, CancellationToken cancellationToken) =>
        (await counters.AgainstAsync(snapshot, motion.Claim, accepts: null, cancellationToken)).Certainty == Certainty.Sure;

    private static string LabelOf(Motion motion) => $"Against “{motion.Claim}”";
}
