using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Debate;

/// <summary>
/// Chooses suggestions for members who have not asked anything yet: claims that the readings oppose, a text to sum up, and the list of texts.
/// </summary>
internal sealed class Starters(MotionFinder motions, CounterSearch counters)
{
    private const int MaxClaims = 2;

    // A claim must fit on a button, together with a few words in any language.
    private const int MaxClaim = 65;

    // A large shelf is sampled, and only a few claims are searched; each search takes about as long as a question.
    private const int ReadingsSampled = 20;
    private const int MaxTried = 8;

    /// <summary>The suggestions; null if there are no readings.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="chance">The random numbers for the choice.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<StartingPoints?> OfAsync(ShelfSnapshot snapshot, Random chance, CancellationToken cancellationToken)
    {
        var readings = snapshot.Readings.ToArray();
        chance.Shuffle(readings);
        if (readings.Length == 0)
        {
            return null;
        }

        var found = await motions.FindAsync(snapshot, readings.Take(ReadingsSampled), cancellationToken);
        var candidates = MotionDraw.Order(found.Where(motion => motion.Claim.Length <= MaxClaim), motion => motion.Probability, chance);
        var (claims, unsure) = (new List<Motion>(), new List<(Motion Motion, double Confidence)>());
        foreach (var motion in candidates.Take(MaxTried))
        {
            if (claims.Count == MaxClaims)
            {
                break;
            }

            var answer = await counters.FindCountersAsync(snapshot, StartingPoints.Sentence(motion), accepts: null, cancellationToken);
            if (answer.Certainty == Certainty.Sure)
            {
                Add(claims, motion);
            }
            else if (answer.Certainty == Certainty.Unsure)
            {
                unsure.Add((motion, answer.Confidence));
            }
        }

        foreach (var (motion, _) in unsure.OrderByDescending(tried => tried.Confidence))
        {
            Add(claims, motion);
        }

        return new StartingPoints(claims, readings[0]);
    }

    // Each from another reading.
    private static void Add(List<Motion> claims, Motion motion)
    {
        if (claims.Count < MaxClaims && !claims.Exists(chosen => chosen.Reading == motion.Reading))
        {
            claims.Add(motion);
        }
    }
}

/// <summary>The first suggestions.</summary>
/// <param name="Claims">Claims that the readings oppose.</param>
/// <param name="Text">A text to sum up.</param>
internal sealed record StartingPoints(IReadOnlyList<Motion> Claims, Reading Text)
{
    /// <summary>The words that a button asks with.</summary>
    public static string Sentence(Motion motion) => $"{motion.Claim}.";

    /// <summary>The suggestions as buttons, at most four.</summary>
    public IReadOnlyList<Choice> ToChoices() =>
    [
        .. Claims.Select(motion => new Choice(DebateTexts.FormatAgainst(motion.Claim), "counter", Sentence(motion))),
        new Choice(DebateTexts.FormatSumUp(ShortTitles.Of(Text.Title)), "summary", $"reading:{Text.Id}"),
        new Choice(DebateTexts.WhichTexts, "readings", ""),
    ];
}
