using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Counter;

/// <summary>Where a counterargument comes from; the names are those of the batch format.</summary>
internal static class Origin
{
    public const string Concession = "concession";
    public const string SameReading = "same-reading";
    public const string OtherReading = "other-reading";
}

/// <summary>A passage that speaks against a claim.</summary>
/// <param name="Candidate">The sentences.</param>
/// <param name="Score">How well it answers the claim: 0 not at all, 1 as well as words can tell.</param>
/// <param name="Origin">Where it comes from: one of <see cref="Counter.Origin"/>.</param>
/// <param name="Cue">What made it a counter, for people.</param>
internal readonly record struct Counterargument(PassageCandidate Candidate, double Score, string Origin, string Cue);

/// <summary>Finds the passages that speak against a claim.</summary>
internal static class CounterSearch
{
    private const int Paragraphs = 40;
    private const int Considered = 80;

    // Relevance: the share of the claim that the passage says counts 1. Set on the development claims of docs/evaluation.md.
    private const double ContextWeight = 0.35;
    private const double ParagraphWeight = 0.3;
    private const double CostOfWord = 0.003;
    private const double OppositionWeight = 0.35;
    private const double ConcessionWeight = 0.25;
    private const double Best = 1 + ParagraphWeight + OppositionWeight + ConcessionWeight;

    // A passage must be about the claim before it can be against it.
    private const double LeastRelevance = 0.3;

    // What speaks against half of a claim counts a little less than what speaks against all of it.
    private const double PartShare = 0.9;

    // What a claim speaks of first, it mostly speaks about. A passage that leaves it to its surroundings is further off; one whose
    // surroundings do not name it either is about something else.
    private const double NamesSubject = 0.3;
    private const double CostOfMissingSubject = 0.2;

    // Fainter signs are as often wrong as right.
    private const double LeastOpposition = 0.1;

    // How much of the claim a passage of the same mind must say for the claim to be its author's own.
    private const double OwnClaim = 0.5;

    /// <summary>Finds counterarguments.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="accepts">Leaves out the readings for which it is false; null takes all.</param>
    /// <returns>The best first, no two of them overlapping.</returns>
    public static IReadOnlyList<Counterargument> Run(ReadingIndex index, Claim claim, Func<Reading, bool>? accepts = null) =>
        WithoutOverlap(claim.WithParts()
            .SelectMany(part => Against(index, part, isWhole: ReferenceEquals(part, claim), accepts)
                .Select(counter => ReferenceEquals(part, claim) ? counter : counter with { Score = PartShare * counter.Score }))
            .OrderByDescending(counter => counter.Score));

    private static IEnumerable<Counterargument> Against(ReadingIndex index, Claim claim, bool isWhole, Func<Reading, bool>? accepts)
    {
        var paragraphs = OpposingParagraphs.Rank(
            index, claim, Paragraphs, (reading, paragraph) => paragraph.Role == ParagraphRole.Body && (accepts?.Invoke(reading) ?? true));
        var found = PassageSearch.Gather(index, claim.Query, [.. paragraphs.Select(item => item.Paragraph)]);
        var judged = found.Candidates
            .Select(candidate => (Candidate: candidate, Relevance: Relevance(candidate)))
            .Where(item => item.Candidate.ContextMatch[0] >= NamesSubject)
            .Where(item => item.Candidate.Coverage + (ContextWeight * (item.Candidate.ContextCoverage - item.Candidate.Coverage)) >= LeastRelevance)
            .OrderByDescending(item => item.Relevance)
            .Take(Considered)
            .Select(item => (item.Candidate, item.Relevance, Sum: OppositionOf(claim, item.Candidate, found)))
            .ToList();
        var homes = judged
            .Where(item => isWhole && item.Sum < 0 && item.Candidate.Coverage >= OwnClaim)
            .Select(item => item.Candidate.Reading.Id)
            .ToHashSet();
        return judged
            .Select(item => Counter(claim, item.Candidate, item.Relevance, item.Sum, homes))
            .OfType<Counterargument>();
    }

    private static double Relevance(PassageCandidate candidate) =>
        candidate.Coverage
        + (ContextWeight * Math.Max(0, candidate.ContextCoverage - candidate.Coverage))
        + (ParagraphWeight * candidate.ParagraphScore)
        - (CostOfWord * candidate.Words)
        - (candidate.Match[0] < NamesSubject ? CostOfMissingSubject : 0);

    private static double OppositionOf(Claim claim, PassageCandidate candidate, PassageCandidates found) =>
        Math.Clamp(Opposition.Between(claim, StanceProfile.Of(candidate.Quote, claim.Lexicon), found.Rarity).Sum, -1, 1);

    private static Counterargument? Counter(
        Claim claim, PassageCandidate candidate, double relevance, double opposition, HashSet<ReadingId> homes)
    {
        var isHome = homes.Contains(candidate.Reading.Id);
        var concession = isHome ? Concession(claim, candidate) : null;
        if (concession is null && opposition < LeastOpposition)
        {
            return null;
        }

        var cue = concession is not null
            ? $"concedes: “{concession}”"
            : CounterCue.Against(claim, candidate.Paragraph.Quote(candidate.Peak, candidate.Peak)) ?? CounterCue.Against(claim, candidate.Quote);
        if (cue is null)
        {
            return null;
        }

        var score = relevance + (OppositionWeight * opposition) + (concession is null ? 0 : ConcessionWeight);
        var origin = concession is not null ? Origin.Concession : isHome || homes.Count == 0 ? Origin.SameReading : Origin.OtherReading;
        return new Counterargument(candidate, Math.Clamp(score / Best, 0, 1), origin, cue);
    }

    private static string? Concession(Claim claim, PassageCandidate candidate)
    {
        for (var sentence = candidate.First; sentence <= candidate.Last; sentence++)
        {
            if (CounterCue.Concession(claim.Lexicon, candidate.Paragraph.Quote(sentence, sentence)) is { } cue)
            {
                return cue;
            }
        }

        return null;
    }

    private static List<Counterargument> WithoutOverlap(IEnumerable<Counterargument> ranked)
    {
        var chosen = new List<Counterargument>();
        foreach (var counter in ranked)
        {
            if (!chosen.Any(other => other.Candidate.Overlaps(counter.Candidate)))
            {
                chosen.Add(counter);
            }
        }

        return chosen;
    }
}
