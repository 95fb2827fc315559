using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>A word or name of a claim.</summary>
/// <param name="Unit">What may stand for it.</param>
/// <param name="Form">Its word form; empty for a phrase.</param>
/// <param name="IsDenied">Whether the claim denies it.</param>
/// <param name="IsSubject">Whether it stands in what the claim is about rather than in what it says of that.</param>
/// <param name="Weight">What it counts: its rarity, less for a name.</param>
internal sealed record ClaimPoint(QueryUnit Unit, string Form, bool IsDenied, bool IsSubject, double Weight)
{
    /// <summary>Whether it names somebody or some place.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it passes a verdict: "effective".</summary>
    public bool Judges { get; init; }

    /// <summary>Whether it wants something gone: to "repeal" and to "lift" come to the same.</summary>
    public bool Removes { get; init; }
}

/// <summary>What a claim is about, and what it says of it.</summary>
internal sealed class ClaimPoints
{
    // "North Korea" tells what is spoken of; what is said of it is told by the other words. "Bring" and "make" say little alone.
    private const double WeightOfName = 0.35;
    private const double WeightOfLightVerb = 0.4;
    private const double NearWord = 0.65;

    private static readonly HashSet<string> LightVerbs =
        [.. new[] { "bring", "brought", "make", "made", "get", "got", "take", "took", "give", "gave", "keep", "kept", "put", "have", "lead", "led", "become", "go", "come", "cause", "still" }.Select(WordForm.Of)];

    public ClaimPoints(Claim claim, IReadOnlyList<double> rarity)
    {
        Claim = claim;
        var all = claim.Query.Units.Select((unit, i) => Point(claim, unit, rarity[i])).Where(point => !claim.Statement.Negations[point.Unit.First]).ToList();
        Subject = [.. all.Where(point => point.IsSubject)];
        Predicate = [.. all.Where(point => !point.IsSubject)];
        SubjectWeight = Subject.Sum(point => point.Weight);
        PredicateWeight = Predicate.Sum(point => point.Weight);
    }

    public Claim Claim { get; }

    public IReadOnlyList<ClaimPoint> Subject { get; }

    public IReadOnlyList<ClaimPoint> Predicate { get; }

    public double SubjectWeight { get; }

    public double PredicateWeight { get; }

    /// <summary>Where a sentence says a point, in its own word or a near one; a word that judges stands for itself alone.</summary>
    public static IEnumerable<int> PlacesIn(Statement sentence, ClaimPoint point) =>
        point.Unit.Terms.Where(term => term.Weight >= NearWord).SelectMany(term => sentence.PlacesOf(term.Value)).Distinct()
            .Where(place => !point.Judges || sentence.Forms[place] == point.Form)
            .Concat(point.Removes ? sentence.PlacesOf(Verdicts.Removal) : []).Distinct();

    /// <summary>How much of the subject a sentence names: 0 nothing, 1 all of it.</summary>
    public double SubjectIn(Statement sentence) => SubjectWeight <= 0
        ? 1
        : Subject.Where(point => PlacesIn(sentence, point).Any()).Sum(point => point.Weight) / SubjectWeight;

    /// <summary>How much of all that the claim says, names aside, a sentence says too, alike or not: 0 nothing, 1 all.</summary>
    public double SharedWith(Statement sentence, Statement? before) => Named(Subject.Concat(Predicate).Where(point => !point.IsName), sentence, before);

    private static double Named(IEnumerable<ClaimPoint> points, Statement sentence, Statement? before)
    {
        var all = points.ToList();
        var shared = all.Where(point => PlacesIn(sentence, point).Any() || (before is not null && PlacesIn(before, point).Any()));
        return shared.Sum(point => point.Weight) / Math.Max(double.Epsilon, all.Sum(point => point.Weight));
    }

    // At the head of a sentence a capital tells nothing, but the concepts of places do.
    private static bool IsOfPlaces(QueryTerm term) => term is { IsConcept: true, Weight: (> 0.85 and < 1) or < 0.4 };

    private static ClaimPoint Point(Claim claim, QueryUnit unit, double rarity)
    {
        var isPhrase = unit.Text.Contains(' ', StringComparison.Ordinal);
        var form = isPhrase ? "" : claim.Statement.Forms[unit.First];
        var isName = unit.IsName || (char.IsUpper(unit.Text[0]) && unit.Terms.Any(IsOfPlaces));
        var weight = isName ? WeightOfName : LightVerbs.Contains(form) ? WeightOfLightVerb : 1;
        return new ClaimPoint(unit, form, claim.Statement.IsDenied(unit.First), unit.First < claim.Verb, rarity * weight)
        {
            IsName = isName,
            Removes = !isPhrase && claim.AsksDuty && claim.Statement.Verdicts[unit.First].HasFlag(Verdicts.Removal),
            Judges = !isPhrase && (claim.Statement.Verdicts[unit.First] & (Verdicts.Success | Verdicts.Failure)) != 0,
        };
    }
}
