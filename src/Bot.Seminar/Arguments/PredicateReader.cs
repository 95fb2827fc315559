using Bot.Library.Lexicons;

namespace Bot.Seminar.Arguments;

/// <summary>Compares what a claim says of its subject with a sentence, word by word.</summary>
internal sealed class PredicateReader(ClaimPoints points, VerdictReader verdict)
{
    // Set on the development claims of docs/evaluation.md; 1 is a plain denial of the claim's own word.
    private const double WeightOfOpposite = 0.8;
    private const double WeightOfDuty = 0.35;
    private const double SubjectBehind = 0.5;
    private const double Inability = 0.25;
    private const int NearFailure = 3;

    private static readonly HashSet<string> Slight = ["limited", "small", "slight", "negligible", "lost"];

    private readonly Claim claim = points.Claim;

    /// <summary>How much of what the claim says of its subject a sentence denies, and how much it says alike: 0 nothing, 1 all.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <returns>With the words that show the denial; empty where there is none.</returns>
    public (double Against, double For, string Cue) Read(Statement sentence)
    {
        var (against, agrees, cue, best) = (0.0, 0.0, "", 0.0);
        var blames = verdict.Own < 0;
        foreach (var point in points.Predicate.Concat(points.Subject))
        {
            var (turned, alike, place, opposite) = Met(sentence, point);
            agrees += alike && !point.IsName && !point.IsSubject ? point.Weight : 0;
            if (!turned || (point.IsSubject && (opposite || blames || !sentence.IsLacking(place))) || (opposite && !SharesObject(sentence, point)))
            {
                continue;
            }

            var weight = point.Weight * (opposite ? WeightOfOpposite : 1) * Sureness(sentence, point, place);
            against += weight;
            if (weight > best)
            {
                (best, cue) = (weight, CueOf(sentence, point, place, opposite));
            }
        }

        var total = Math.Max(points.PredicateWeight, double.Epsilon);
        var names = points.Predicate.Where(point => point.IsName).Sum(point => point.Weight);
        if (against > 0 && DeniedDuty(sentence, claim.AsksDuty) is { } duty && claim.HasModal)
        {
            against += WeightOfDuty * total;
            cue = duty;
        }

        return (Math.Min(1, against / total), Math.Min(1, agrees / Math.Max(total - names, double.Epsilon)), cue);
    }

    private (bool Turned, bool Alike, int Place, bool Opposite) Met(Statement sentence, ClaimPoint point)
    {
        var places = ClaimPoints.PlacesIn(sentence, point).ToList();
        if (places.Count > 0)
        {
            var turned = places.Where(place => IsDenied(sentence, place, point.IsDenied) != point.IsDenied).ToList();
            return (turned.Count == places.Count, turned.Count == 0, places[0], false);
        }

        var opposites = point.Form.Length == 0 ? null : claim.Lexicon.Opposites.OfForm(point.Form);
        for (var i = 0; opposites is { Count: > 0 } && i < sentence.Forms.Count; i++)
        {
            if (opposites.Contains(sentence.Forms[i]) && !claim.Statement.Forms.Contains(sentence.Forms[i]))
            {
                var same = sentence.IsDenied(i) == point.IsDenied;
                return (same, !same, i, true);
            }
        }

        return default;
    }

    // An opposite word says something of the claim only where both speak of the same: "accept the risk" does not answer "refuse all talks".
    private bool SharesObject(Statement sentence, ClaimPoint point)
    {
        var others = points.Predicate.Where(other => other != point && !other.IsName).ToList();
        return others.Count == 0 || others.Any(other => ClaimPoints.PlacesIn(sentence, other).Any());
    }

    // What denies a word of the claim is surer where its subject does the denying; "cannot" says little against "should".
    private double Sureness(Statement sentence, ClaimPoint point, int place)
    {
        var isInability = sentence.DenierOf(place) is { } denier && sentence.Forms[denier] == "cannot" && claim.AsksDuty;
        var isBehind = point.IsDenied && points.Subject.Count > 0
            && !points.Subject.Any(subject => ClaimPoints.PlacesIn(sentence, subject).Any(other => other < place && sentence.InOneClause(other, place)));
        return (isInability ? Inability : 1) * (isBehind ? SubjectBehind : 1);
    }

    // "The impact was limited", "he cheats on every agreement" and "it earns nothing" deny an impact, an agreement and a gain, nearly.
    private static bool IsDenied(Statement sentence, int place, bool isSought)
    {
        var first = isSought ? Math.Max(0, place - NearFailure) : place;
        var isBlamed = Enumerable.Range(first, Math.Min(place + NearFailure + 1, sentence.Tokens.Count) - first)
            .Any(i => i != place && (sentence.Verdicts[i].HasFlag(Verdicts.Failure) || Slight.Contains(sentence.Words(i, i))) && !sentence.IsDenied(i) && sentence.InOnePhrase(place, i));
        var isVoid = isSought && place + 1 < sentence.Tokens.Count && sentence.Negations[place + 1];
        return sentence.IsDenied(place) || isBlamed || isVoid;
    }

    private static string CueOf(Statement sentence, ClaimPoint point, int place, bool opposite)
    {
        if (opposite)
        {
            return $"sets “{sentence.Words(place, place)}” against your “{point.Unit.Text}”";
        }

        return sentence.DenierOf(place) is { } denier
            ? $"denies: “{sentence.Excerpt(sentence.WithAuxiliary(denier), place)}”"
            : $"affirms: “{sentence.Excerpt(Math.Max(0, place - 2), Math.Min(sentence.Tokens.Count - 1, place + 1))}”";
    }

    private static string? DeniedDuty(Statement sentence, bool asksDuty)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Count; i++)
        {
            if (sentence.IsModal(i) && !(asksDuty && sentence.Forms[i].StartsWith("can", StringComparison.Ordinal)) && (sentence.Negations[i] || sentence.Negations[i + 1]))
            {
                var last = Enumerable.Range(i + 1, Math.Min(3, sentence.Tokens.Count - i - 1)).LastOrDefault(place => sentence.InOneClause(i, place), i + 1);
                return $"denies: “{sentence.Words(i, last)}”";
            }
        }

        return null;
    }
}
