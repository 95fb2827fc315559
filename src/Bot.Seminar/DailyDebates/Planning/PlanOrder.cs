using Bot.Library.Readings;
using Bot.Seminar.Debate;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>The input for a plan.</summary>
/// <param name="Motions">The possible motions, in a fixed order.</param>
/// <param name="Seed">The seed of the random order; the same seed and the same other input give the same plan.</param>
internal sealed record PlanBasis(IReadOnlyList<PlannedMotion> Motions, int Seed)
{
    /// <summary>How often each motion was debated, by its id.</summary>
    public required IReadOnlyDictionary<string, int> Uses { get; init; }

    /// <summary>The paragraphs that were asked about, opened or debated.</summary>
    public required IReadOnlySet<(ReadingId Reading, int Paragraph)> Touched { get; init; }
}

/// <summary>
/// Orders motions: a seeded random order in which likelier ones tend to come first, balanced over paragraphs, readings (because a reading usually takes one
/// side), demands and refusals, and kinds of claims. The least used motions come first, and among them those of untouched paragraphs.
/// </summary>
internal static class PlanOrder
{
    /// <summary>How many motions are planned ahead.</summary>
    public const int Horizon = 20;

    // At most this many motions are searched for passages on both sides; each search takes as long as a question.
    private const int MaxLookedUp = 60;

    // A second motion of the same paragraph comes later than a second one of the same reading or kind.
    private const int WeightOfParagraph = 4;

    /// <summary>Makes a plan of motions that have passages on both sides.</summary>
    /// <returns>Ids of motions, the next one first; none if no motion has both sides.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(PlanBasis basis, CancellationToken cancellationToken)
    {
        var waiting = MotionDraw.Order(basis.Motions, motion => motion.Motion.Probability, new Random(basis.Seed)).ToList();
        var plan = new List<PlannedMotion>();
        for (var lookedUp = 0; plan.Count < Horizon && waiting.Count > 0 && lookedUp < MaxLookedUp; lookedUp++)
        {
            var leastUsed = waiting.Min(motion => UsesOf(basis, motion));
            var next = waiting
                .Where(motion => UsesOf(basis, motion) == leastUsed)
                .OrderBy(motion => IsTouched(basis, motion) ? 1 : 0)
                .ThenBy(motion => MeasureLikeness(motion, plan))
                .First();
            waiting.Remove(next);
            if ((await next.FindSidesAsync(cancellationToken)).AreBoth)
            {
                plan.Add(next);
            }
        }

        return [.. plan.Select(motion => motion.Id)];
    }

    private static int UsesOf(PlanBasis basis, PlannedMotion motion) => basis.Uses.GetValueOrDefault(motion.Id);

    private static bool IsTouched(PlanBasis basis, PlannedMotion motion) =>
        basis.Touched.Contains((motion.Motion.Reading.Id, motion.Motion.Paragraph.Number));

    private static int MeasureLikeness(PlannedMotion motion, List<PlannedMotion> plan) => plan.Sum(other =>
        (ReferenceEquals(other.Motion.Paragraph, motion.Motion.Paragraph) ? WeightOfParagraph : 0)
        + (other.Motion.Reading.Id == motion.Motion.Reading.Id ? 1 : 0)
        + (other.IsRefusal == motion.IsRefusal ? 1 : 0)
        + (other.Kind == motion.Kind ? 1 : 0));
}
