using Bot.Library.Lexicons;

namespace Bot.Seminar.Arguments;

/// <summary>Compares the verdict that a claim passes on what it is about with that of a sentence.</summary>
internal sealed class VerdictReader
{
    // Set on the development claims of docs/evaluation.md; 1 would be as plain as a denial of the claim's own words.
    private const double WeightOfVerdict = 0.55;
    private const double WeightOfTopic = 0.7;
    private const double AllOfSubject = 0.5;
    private const double SomeOfSubject = 0.3;
    private const double MostOfPredicate = 0.5;

    // In words: "sanctions, in the end, failed"; "the unrealistic goal of disarmament"; "no longer support a policy based on it".
    private const int ReachOfVerdict = 12;
    private const int ReachOfAttribute = 3;
    private const int ReachOfApproval = 7;

    private static readonly HashSet<string> Directions = ["toward", "towards", "on", "with", "from", "for", "in", "at", "of"];
    private static readonly HashSet<string> Pronouns = ["it", "they", "this", "that", "these", "those"];

    private readonly ClaimPoints points;
    private readonly bool isPlain;

    public VerdictReader(ClaimPoints points)
    {
        this.points = points;
        (Own, isPlain) = OwnVerdict(points.Claim);
    }

    /// <summary>Whether the claim praises (1) or blames (-1) what it is about; 0 where it does neither.</summary>
    public int Own { get; }

    /// <summary>The verdict of a sentence on what the claim is about: "sanctions have not worked", "no longer support a policy".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">The first one of its paragraph, which tells what that is about.</param>
    /// <param name="before">The one before, where the sentence leans on it; else null.</param>
    /// <returns>Above 0 where it is not the claim's own verdict, with the words that show it, below 0 where it is; null for none.</returns>
    public (double Weight, string Cue)? Read(Statement sentence, Statement first, Statement? before)
    {
        if (Own == 0)
        {
            return null;
        }

        var targets = Targets(sentence, before);
        var share = 1.0;
        if (targets.Count == 0 && isPlain && !ReferenceEquals(sentence, first) && points.SubjectIn(first) >= AllOfSubject)
        {
            (targets, share) = ([0], WeightOfTopic);
        }

        foreach (var target in targets)
        {
            for (var i = Math.Max(0, target - ReachOfApproval); i < Math.Min(sentence.Tokens.Count, target + ReachOfVerdict + 1); i++)
            {
                var sign = i == target ? 0 : SignOf(sentence, i, target);
                if (sign != 0)
                {
                    return sign != Own
                        ? (share * WeightOfVerdict, $"judges otherwise: “{sentence.Excerpt(Math.Min(target, sentence.StartOfDenial(i)), Math.Max(target, i))}”")
                        : (-share * WeightOfVerdict, "");
                }
            }
        }

        return null;
    }

    private static int SignOf(Statement sentence, int i, int target)
    {
        var verdict = IsLabour(sentence, i) ? Verdicts.None : sentence.Verdicts[i];
        var sign = verdict switch
        {
            _ when (verdict & (Verdicts.Approval | Verdicts.Disapproval)) != 0 && i < target && target - i <= ReachOfApproval =>
                verdict.HasFlag(Verdicts.Approval) ? 1 : -1,
            _ when i > target || target - i <= ReachOfAttribute => verdict.HasFlag(Verdicts.Success) ? 1 : verdict.HasFlag(Verdicts.Failure) ? -1 : 0,
            _ => 0,
        };
        return sign == 0 || !sentence.InOneClause(i, target) ? 0 : sentence.IsDenied(i) ? -sign : sign;
    }

    // To "work towards" something is not to work.
    private static bool IsLabour(Statement sentence, int i) =>
        sentence.Forms[i] == "work" && i + 1 < sentence.Tokens.Count && Directions.Contains(sentence.Words(i + 1, i + 1));

    // The words that a verdict may be about: the subject, unless it is somebody; or the word that points back to it.
    private List<int> Targets(Statement sentence, Statement? before)
    {
        var things = points.Subject.Where(point => !point.IsName || (isPlain && points.SubjectIn(sentence) >= SomeOfSubject)).ToList();
        if (things.Count == 0)
        {
            var named = points.Predicate.Where(point => !point.IsName).ToList();
            things = [.. named.Where(point => ClaimPoints.PlacesIn(sentence, point).Any()).OrderByDescending(point => point.Weight).Take(2)];
            things = things.Sum(point => point.Weight) < MostOfPredicate * named.Sum(point => point.Weight) ? [] : things;
        }

        var targets = things.SelectMany(point => ClaimPoints.PlacesIn(sentence, point)).ToList();
        if (targets.Count == 0 && before is not null && things.Any(point => ClaimPoints.PlacesIn(before, point).Any()))
        {
            targets = [.. Enumerable.Range(0, Math.Min(4, sentence.Tokens.Count)).Where(i => Pronouns.Contains(sentence.Words(i, i).ToLowerInvariant())).Take(1)];
        }

        return targets;
    }

    // A duty or a prediction without a verdict counts as praise, a denial without one as blame.
    private static (int Sign, bool IsPlain) OwnVerdict(Claim claim)
    {
        for (var i = claim.Verb; i < claim.Statement.Tokens.Count && claim.Statement.InOneClause(claim.Verb, i); i++)
        {
            var verdict = claim.Statement.Verdicts[i];
            if ((verdict & (Verdicts.Success | Verdicts.Failure)) != 0)
            {
                return (verdict.HasFlag(Verdicts.Success) != claim.Statement.IsDenied(i) ? 1 : -1, true);
            }
        }

        return claim.HasNegation ? (-1, false)
            : !claim.HasModal ? (0, false)
            : claim.Statement.Verdicts.Any(verdict => verdict.HasFlag(Verdicts.Removal)) ? (-1, false)
            : (1, false);
    }
}
