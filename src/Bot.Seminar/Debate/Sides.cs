using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Citing;
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
    private const double LeastRelevance = 0.2;

    // A passage from elsewhere must say so much of the motion itself; in the motion's own reading the author speaks of it anyway.
    private const double LeastElsewhere = 0.35;
    private const double LeastOwn = 0.15;

    // Another reading is taken to be of the motion's mind only where it plainly speaks alike; the motion's own is so unless it objects.
    private const double PlainlyAlike = -0.1;
    private const double Objects = 0.1;

    /// <summary>Whether both sides have all the passages of a full prompt.</summary>
    public bool AreFull => For.Count == Full && Against.Count == Full;

    /// <summary>Whether there is something on either side.</summary>
    public bool AreTaken => For.Count > 0 && Against.Count > 0;

    /// <summary>Finds both sides of a motion.</summary>
    public static Sides Of(ReadingIndex index, Motion motion)
    {
        var claim = new Claim(motion.Claim, index.Lexicon);
        var against = CounterSearch.Run(index, claim)
            .Where(counter => !IsOwn(motion, counter.Candidate)
                || (counter.Origin == Origin.Concession && !MeetsContext(motion, counter.Candidate)))
            .DistinctBy(counter => (counter.Candidate.Reading.Id, counter.Candidate.Paragraph.Number))
            .ToList();
        return new Sides(Support(index, claim, motion, against), [.. against.Take(Full)]);
    }

    private static List<PassageCandidate> Support(ReadingIndex index, Claim claim, Motion motion, List<Counterargument> against)
    {
        var found = PassageSearch.Gather(index, claim.Query, Paragraphs, (_, paragraph) => paragraph.Role == ParagraphRole.Body);
        return [.. found.Candidates
            .Where(IsAbout)
            .Where(candidate => IsOwn(motion, candidate)
                ? candidate.Coverage >= LeastOwn && !MeetsContext(motion, candidate)
                : candidate.Coverage >= LeastElsewhere)
            .Where(candidate => !against.Any(counter => ReferenceEquals(counter.Candidate.Paragraph, candidate.Paragraph)))
            .Where(candidate => IsAlike(claim, candidate, found, motion))
            .OrderByDescending(Relevance)
            .DistinctBy(candidate => (candidate.Reading.Id, candidate.Paragraph.Number))
            .Take(Full)];
    }

    private static bool IsOwn(Motion motion, PassageCandidate candidate) => candidate.Reading.Id == motion.Reading.Id;

    // With the sentence before it, which is quoted too where the passage leans on it.
    private static bool MeetsContext(Motion motion, PassageCandidate candidate) =>
        candidate.Paragraph.Number == motion.Paragraph.Number
        && candidate.Last >= motion.ContextFirst
        && Quotation.OfAll([candidate])[0].Citation.Sentence <= motion.ContextLast;

    private static bool IsAbout(PassageCandidate candidate) =>
        candidate.Coverage + (ContextWeight * (candidate.ContextCoverage - candidate.Coverage)) >= LeastRelevance;

    private static bool IsAlike(Claim claim, PassageCandidate candidate, PassageCandidates found, Motion motion)
    {
        var opposition = Opposition.Between(claim, StanceProfile.Of(candidate.Quote, claim.Lexicon), found.Rarity);
        return (IsOwn(motion, candidate)
                ? opposition.Sum < Objects
                : opposition.Sum <= PlainlyAlike && opposition.Agreement >= 0)
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
