using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Counter;

namespace Bot.Seminar.Debate;

/// <summary>What the readings say for a motion and against it.</summary>
/// <param name="For">At most two passages, the best first.</param>
/// <param name="Against">The same.</param>
internal sealed record Sides(IReadOnlyList<PassageCandidate> For, IReadOnlyList<Counterargument> Against)
{
    /// <summary>How many passages a side has in a full prompt.</summary>
    public const int Full = 2;

    private const int Paragraphs = 40;

    // As in the search for counterarguments: a passage must be about the motion before it can be for it.
    private const double ContextWeight = 0.35;
    private const double ParagraphWeight = 0.3;
    private const double CostOfWord = 0.003;
    private const double LeastRelevance = 0.3;

    // Another reading is taken to be of the motion's mind only where it plainly speaks alike; the motion's own is so unless it objects.
    private const double PlainlyAlike = -0.1;

    /// <summary>Whether both sides have all the passages of a full prompt.</summary>
    public bool AreFull => For.Count == Full && Against.Count == Full;

    /// <summary>Finds both sides of a motion.</summary>
    public static Sides Of(ReadingIndex index, Motion motion)
    {
        var claim = new Claim(motion.Claim, index.Lexicon);
        var against = CounterSearch.Run(index, claim)
            .Where(counter => !IsPlaceOf(motion, counter.Candidate.Paragraph, counter.Candidate.Reading)
                && (counter.Candidate.Reading.Id != motion.Reading.Id || counter.Origin == Origin.Concession))
            .DistinctBy(counter => (counter.Candidate.Reading.Id, counter.Candidate.Paragraph.Number))
            .ToList();
        return new Sides(Support(index, claim, motion, against), [.. against.Take(Full)]);
    }

    private static List<PassageCandidate> Support(ReadingIndex index, Claim claim, Motion motion, List<Counterargument> against)
    {
        var found = PassageSearch.Gather(index, claim.Query, Paragraphs, (_, paragraph) => paragraph.Role == ParagraphRole.Body);
        return [.. found.Candidates
            .Where(candidate => !IsPlaceOf(motion, candidate.Paragraph, candidate.Reading) && IsAbout(candidate))
            .Where(candidate => !against.Any(counter => ReferenceEquals(counter.Candidate.Paragraph, candidate.Paragraph)))
            .Where(candidate => IsAlike(claim, candidate, found, motion))
            .OrderByDescending(Relevance)
            .DistinctBy(candidate => (candidate.Reading.Id, candidate.Paragraph.Number))
            .Take(Full)];
    }

    private static bool IsPlaceOf(Motion motion, Paragraph paragraph, Reading reading) =>
        reading.Id == motion.Reading.Id && paragraph.Number == motion.Paragraph.Number;

    private static bool IsAbout(PassageCandidate candidate) =>
        candidate.Coverage + (ContextWeight * (candidate.ContextCoverage - candidate.Coverage)) >= LeastRelevance;

    private static bool IsAlike(Claim claim, PassageCandidate candidate, PassageCandidates found, Motion motion)
    {
        var opposition = Opposition.Between(claim, StanceProfile.Of(candidate.Quote, claim.Lexicon), found.Rarity);
        return opposition.Sum <= (candidate.Reading.Id == motion.Reading.Id ? 0 : PlainlyAlike)
            && opposition.Agreement >= 0
            && !Grants(claim.Lexicon, candidate);
    }

    // A passage that grants the other side a point is no support, whatever else it says.
    private static bool Grants(Lexicon lexicon, PassageCandidate candidate) =>
        Enumerable.Range(candidate.First, candidate.Last - candidate.First + 1)
            .Any(number => CounterCue.Concession(lexicon, candidate.Paragraph.Quote(number, number)) is not null);

    private static double Relevance(PassageCandidate candidate) =>
        candidate.Coverage
        + (ContextWeight * Math.Max(0, candidate.ContextCoverage - candidate.Coverage))
        + (ParagraphWeight * candidate.ParagraphScore)
        - (CostOfWord * candidate.Words);
}
