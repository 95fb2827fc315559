using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>A passage that speaks against a claim.</summary>
/// <param name="Passage">The sentences.</param>
/// <param name="Score">How well it answers the claim: 0 not at all, 1 as well as words can tell.</param>
/// <param name="Origin">Where it comes from: one of <see cref="Seminar.Arguments.Origin"/>.</param>
/// <param name="Cue">What made it a counter, for people.</param>
/// <param name="Bearing">How plainly it speaks against the claim: 0 not at all, 1 it denies all of it; 1 for a concession.</param>
/// <param name="Coverage">The share of the claim, by rarity, that it names, with what it leans on: 0 nothing, 1 all.</param>
internal sealed record Counterargument(Passage Passage, double Score, string Origin, string Cue, double Bearing, double Coverage);

/// <summary>A passage that speaks for a claim.</summary>
/// <param name="Passage">The sentence.</param>
/// <param name="Bearing">How plainly it speaks for it: 0 not at all, 1 it says all of it.</param>
/// <param name="Coverage">The share of the claim, by rarity, that it names, with what it leans on: 0 nothing, 1 all.</param>
internal sealed record Support(Passage Passage, double Bearing, double Coverage);

/// <summary>What the readings say against a claim, and for it.</summary>
/// <param name="Against">The best first, no two of them overlapping.</param>
/// <param name="For">The same.</param>
internal sealed record BothSides(IReadOnlyList<Counterargument> Against, IReadOnlyList<Support> For);

/// <summary>Finds the passages that speak against a claim, and those that speak for it.</summary>
internal static class ArgumentSearch
{
    private const int Paragraphs = 60;

    // Relevance: the share of the claim that the passage says counts 1. Set on the development claims of docs/evaluation.md.
    private const double ContextWeight = 0.35;
    private const double ParagraphWeight = 0.3;
    private const double CostOfWord = 0.003;
    private const double BearingWeight = 1;
    private const double ConcessionWeight = 0.25;
    private const double Best = 1 + ParagraphWeight + BearingWeight;

    // A passage must be about the claim before it can be against it.
    private const double LeastRelevance = 0.12;

    // Fainter signs are as often wrong as right.
    private const double LeastBearing = 0.25;

    // What speaks against half of a claim counts less than what speaks against all of it.
    private const double LeastPart = 0.7;
    private const double MostPart = 0.95;

    private const double MostlyAbout = 0.45;
    private const double OtherTone = 0.4;

    // How much of the claim a concession must name.
    private const double LeastShared = 0.25;

    // How much of the claim a passage of the same mind must say for the claim to be its author's own.
    private const double OwnClaim = 0.5;

    /// <summary>Finds arguments.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="accepts">Leaves out the readings for which it is false; null takes all.</param>
    public static BothSides Run(ReadingIndex index, Claim claim, Func<Reading, bool>? accepts = null)
    {
        var whole = Judge(index, claim, accepts);
        var homes = whole
            .Where(item => item.Bearing.Balance <= -OwnClaim && item.Candidate.Coverage >= OwnClaim)
            .Select(item => item.Candidate.Reading.Id)
            .ToHashSet();
        var parts = claim.WithParts().Skip(1)
            .SelectMany(part => Judge(index, part, accepts).Select(item => Counter(claim, item, [], ShareOf(part, claim))));
        var against = whole.Select(item => Counter(claim, item, homes, 1)).Concat(parts)
            .OfType<Counterargument>()
            .OrderByDescending(counter => counter.Score);
        if (!against.Any())
        {
            against = whole.Select(item => Doubtful(claim, item, homes)).OfType<Counterargument>().OrderByDescending(counter => counter.Score);
        }

        var support = whole
            .Where(item => item.Bearing.Balance <= -LeastBearing)
            .OrderByDescending(item => item.Relevance - item.Bearing.Balance)
            .Where(item => Concession.In(claim.Lexicon, item.Candidate.Quote) is null)
            .Select(item => new Support(
                PassageOf(item, Math.Clamp((item.Relevance - (BearingWeight * item.Bearing.Balance)) / Best, 0, 1)), -item.Bearing.Balance, Named(item)));
        return new BothSides(WithoutOverlap(against, counter => counter.Passage), WithoutOverlap(support, item => item.Passage));
    }

    private static List<Judged> Judge(ReadingIndex index, Claim claim, Func<Reading, bool>? accepts)
    {
        var paragraphs = OpposingParagraphs.Rank(
            index, claim, Paragraphs, (reading, paragraph) => paragraph.Role == ParagraphRole.Body && (accepts?.Invoke(reading) ?? true));
        var found = PassageSearch.Gather(index, claim.Query, [.. paragraphs.Select(item => item.Paragraph)]);
        var points = new ClaimPoints(claim, found.Rarity);
        var reader = new BearingReader(points);
        return [.. found.Candidates
            .Where(candidate => candidate.First == candidate.Last)
            .Where(candidate => candidate.Coverage + (ContextWeight * (candidate.ContextCoverage - candidate.Coverage)) >= LeastRelevance)
            .Select(candidate => new Judged(candidate, Relevance(candidate), reader.Of(candidate.Paragraph, candidate.First), reader.SharedBy(candidate.Paragraph, candidate.First))
            {
                Doubt = reader.Doubt(candidate.Paragraph, candidate.First),
                Opposition = Opposition.Between(claim, StanceProfile.Of(candidate.Quote, claim.Lexicon), found.Rarity).Sum,
            })];
    }

    private static double ShareOf(Claim part, Claim claim) =>
        LeastPart + ((MostPart - LeastPart) * part.Query.Units.Count / Math.Max(1, claim.Query.Units.Count));

    private static double Relevance(PassageCandidate candidate) =>
        candidate.Coverage
        + (ContextWeight * Math.Max(0, candidate.ContextCoverage - candidate.Coverage))
        + (ParagraphWeight * candidate.ParagraphScore)
        - (CostOfWord * candidate.Words);

    private static Counterargument? Counter(Claim claim, Judged item, HashSet<ReadingId> homes, double share)
    {
        var reading = item.Candidate.Reading.Id;
        if (homes.Contains(reading) && item.Bearing.Balance > -LeastBearing && item.Shared >= LeastShared && Concession.In(claim.Lexicon, item.Candidate.Quote) is { } concession)
        {
            return new Counterargument(PassageOf(item, 0), Score(item, ConcessionWeight) * share, Origin.Concession, $"concedes: “{concession}”", 1, Named(item));
        }

        if (item.Bearing.Balance < LeastBearing)
        {
            return null;
        }

        return new Counterargument(PassageOf(item, 0), Score(item, 0) * share, OriginOf(item, homes), item.Bearing.Cue, item.Bearing.Balance, Named(item));
    }

    // Where nothing plainly denies the claim: what is nearly all about it, in another tone.
    private static Counterargument? Doubtful(Claim claim, Judged item, HashSet<ReadingId> homes) =>
        item.Shared >= MostlyAbout && item.Opposition >= OtherTone && item.Bearing.For <= LeastBearing && item.Doubt.Length > 0
            && Concession.In(claim.Lexicon, item.Candidate.Quote) is null && !item.Candidate.Quote.EndsWith('?')
                ? new Counterargument(PassageOf(item, 0), Score(item, 0), OriginOf(item, homes), item.Doubt, 0, Named(item))
                : null;

    private static string OriginOf(Judged item, HashSet<ReadingId> homes) =>
        homes.Contains(item.Candidate.Reading.Id) || homes.Count == 0 ? Origin.SameReading : Origin.OtherReading;

    private static double Named(Judged item) => Math.Max(item.Candidate.Coverage, item.Shared);

    private static double Score(Judged item, double bonus) =>
        Math.Clamp((item.Relevance + (BearingWeight * Math.Max(0, item.Bearing.Balance)) + bonus) / Best, 0, 1);

    private static Passage PassageOf(Judged item, double score) =>
        new(item.Candidate.Reading, item.Candidate.Paragraph, item.Bearing.First, item.Candidate.Last, score);

    private static List<T> WithoutOverlap<T>(IEnumerable<T> ranked, Func<T, Passage> passageOf)
    {
        var chosen = new List<T>();
        foreach (var item in ranked)
        {
            if (!chosen.Any(other => Overlap(passageOf(other), passageOf(item))))
            {
                chosen.Add(item);
            }
        }

        return chosen;
    }

    private static bool Overlap(Passage one, Passage other) =>
        ReferenceEquals(one.Paragraph, other.Paragraph) && one.First <= other.Last && other.First <= one.Last;

    private sealed record Judged(PassageCandidate Candidate, double Relevance, Bearing Bearing, double Shared)
    {
        public string Doubt { get; init; } = "";

        public double Opposition { get; init; }
    }
}
