using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>Tells how sentences of a paragraph bear on a claim, each with what stands before it.</summary>
internal sealed partial class BearingReader(ClaimPoints points)
{
    private const double AllOfSubject = 0.5;
    private const double SubjectAround = 0.35;
    private const double SubjectBehind = 0.5;
    private const double Inability = 0.25;
    private const double WeightOfOpposite = 0.8;
    private const double WeightOfVerdict = 0.55;
    private const double WeightOfAnswer = 0.8;
    private const double WeightOfDuty = 0.35;
    private const double WeightOfTopic = 0.7;
    private const double AsksTheClaim = 0.5;
    private const int ReachOfVerdict = 12;
    private const int ReachOfAttribute = 3;
    private const int ReachOfApproval = 7;
    private const double MostOfPredicate = 0.5;
    private const double SomeOfSubject = 0.3;
    private const int NearFailure = 3;
    private const double PlainlyFor = 0.5;
    private const int ReachOfDismissal = 2;
    private const int LongestCue = 70;

    private static readonly HashSet<string> Duties = ["should", "must", "ought", "need", "cannot", "can", "will", "shall", "can't", "won't", "shouldn't", "mustn't", "needn't"];
    private static readonly HashSet<string> Directions = ["toward", "towards", "on", "with", "from", "for", "in", "at", "of"];
    private static readonly HashSet<string> Slight = ["limited", "small", "slight", "negligible", "lost"];
    private static readonly HashSet<string> Pronouns = ["it", "they", "this", "that", "these", "those"];

    private readonly Claim claim = points.Claim;

    /// <summary>How a sentence bears on the claim.</summary>
    /// <param name="paragraph">Its paragraph.</param>
    /// <param name="number">Its number there, from 1.</param>
    public Bearing Of(Paragraph paragraph, int number)
    {
        var sentences = Sentences(paragraph);
        var sentence = sentences[number - 1];
        var before = number > 1 ? sentences[number - 2] : null;
        var leans = before is not null && Anaphora.LeansOnPrevious(sentence.Text);
        if (sentence.IsQuestion)
        {
            return new Bearing(0, 0, "", number);
        }

        if (before is { IsQuestion: true } && AsksYesOrNo().IsMatch(before.Text) && Answer(before, sentence) is { } answer)
        {
            return answer with { First = number - 1 };
        }

        if (Dismissal(sentences, number) is { } dismissal)
        {
            return dismissal;
        }

        var bearing = Own(sentences, number, leans);
        return bearing.For >= PlainlyFor && Enumerable.Range(number, Math.Min(ReachOfDismissal, sentences.Count - number)).Any(i => Dismisses().IsMatch(sentences[i].Text))
            ? new Bearing(0, 0, "", number)
            : bearing;
    }

    // "In the first legend it cheats on every agreement … I believe neither."
    private Bearing? Dismissal(List<Statement> sentences, int number)
    {
        if (Dismisses().Match(sentences[number - 1].Text) is not { Success: true } words)
        {
            return null;
        }

        for (var reported = number - 1; reported >= Math.Max(1, number - ReachOfDismissal); reported--)
        {
            if (Own(sentences, reported, leans: false) is { For: >= PlainlyFor } claimed)
            {
                return new Bearing(claimed.For, 0, $"rejects it: “{words.Value}”", reported);
            }
        }

        return null;
    }

    private Bearing Own(List<Statement> sentences, int number, bool leans)
    {
        var sentence = sentences[number - 1];
        var before = number > 1 ? sentences[number - 2] : null;
        var subject = points.SubjectIn(sentence) >= AllOfSubject ? 1
            : leans && before is not null && points.SubjectIn(before) >= AllOfSubject ? 1
            : sentences.Any(other => points.SubjectIn(other) >= AllOfSubject) ? SubjectAround
            : 0;
        var (against, agrees, cue) = Predicate(sentence);
        (against, agrees) = (subject * against, subject * agrees);
        if (Verdict(sentence, sentences[0], leans ? before : null) is var (verdict, shown))
        {
            if (verdict > 0)
            {
                cue = against >= verdict ? cue : shown;
                against = Math.Min(1, against + verdict);
            }
            else
            {
                agrees = Math.Min(1, agrees - verdict);
            }
        }

        return new Bearing(against, agrees, against > 0 ? cue : "", number);
    }

    /// <summary>
    /// The words that deny or blame in a sentence, beside something that the claim names; empty where there are none. They make no
    /// counter alone.
    /// </summary>
    public string Doubt(Paragraph paragraph, int number)
    {
        var sentence = Sentences(paragraph)[number - 1];
        var named = points.Subject.Concat(points.Predicate).SelectMany(point => ClaimPoints.PlacesIn(sentence, point)).ToHashSet();
        var place = Enumerable.Range(0, sentence.Tokens.Count).FirstOrDefault(
            i => (sentence.Negations[i] || sentence.Verdicts[i].HasFlag(Verdicts.Failure)) && !named.Contains(i) && named.Any(other => sentence.InOneClause(i, other)), -1);
        return place < 0 ? "" : $"speaks otherwise: “{Shown(sentence, WithAuxiliary(sentence, place), Math.Min(place + 1, sentence.Tokens.Count - 1))}”";
    }

    /// <summary>How much of the claim, names aside, a sentence says with what it leans on: 0 nothing, 1 all.</summary>
    public double SharedBy(Paragraph paragraph, int number)
    {
        var sentences = Sentences(paragraph);
        var leans = number > 1 && Anaphora.LeansOnPrevious(sentences[number - 1].Text);
        return points.SharedWith(sentences[number - 1], leans ? sentences[number - 2] : null);
    }

    private List<Statement> Sentences(Paragraph paragraph) => Statement.AllOf(paragraph, claim.Lexicon);

    // What the claim says of its subject: each word that the sentence says too, said alike or denied.
    private (double Against, double For, string Cue) Predicate(Statement sentence)
    {
        var (against, agrees, cue, best) = (0.0, 0.0, "", 0.0);
        var blames = OwnVerdict().Sign < 0;
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
        if (against > 0 && DeniedDuty(sentence, claim.AsksDuty) is { } duty && claim.Statement.Tokens.Any(token => IsDuty(claim.Statement, token)))
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
            ? $"denies: “{Shown(sentence, WithAuxiliary(sentence, denier), place)}”"
            : $"affirms: “{Shown(sentence, Math.Max(0, place - 2), Math.Min(sentence.Tokens.Count - 1, place + 1))}”";
    }

    // "Sanctions have not worked", "no longer support a policy": a verdict on what the claim is about.
    private (double Weight, string Cue)? Verdict(Statement sentence, Statement first, Statement? before)
    {
        var (own, isPlain) = OwnVerdict();
        if (own == 0)
        {
            return null;
        }

        var targets = Targets(sentence, before, isPlain);
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
                    return sign != own
                        ? (share * WeightOfVerdict, $"judges otherwise: “{Shown(sentence, Math.Min(target, Start(sentence, i)), Math.Max(target, i))}”")
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
    private List<int> Targets(Statement sentence, Statement? before, bool isPlain)
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

    // Whether the claim itself praises (1) or blames (-1) what it is about, and whether it says so plainly; a duty or a prediction
    // without a verdict counts as praise, a denial without one as blame.
    private (int Sign, bool IsPlain) OwnVerdict()
    {
        for (var i = claim.Verb; i < claim.Statement.Tokens.Count && claim.Statement.InOneClause(claim.Verb, i); i++)
        {
            var verdict = claim.Statement.Verdicts[i];
            if ((verdict & (Verdicts.Success | Verdicts.Failure)) != 0)
            {
                return (verdict.HasFlag(Verdicts.Success) != claim.Statement.IsDenied(i) ? 1 : -1, true);
            }
        }

        return claim.Statement.Negations.Any(isNegation => isNegation) ? (-1, false)
            : !claim.Statement.Tokens.Any(token => IsDuty(claim.Statement, token)) ? (0, false)
            : claim.Statement.Verdicts.Any(verdict => verdict.HasFlag(Verdicts.Removal)) ? (-1, false)
            : (1, false);
    }

    private static string? DeniedDuty(Statement sentence, bool asksDuty)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Count; i++)
        {
            if (IsDuty(sentence, sentence.Tokens[i]) && !(asksDuty && sentence.Forms[i].StartsWith("can", StringComparison.Ordinal)) && (sentence.Negations[i] || sentence.Negations[i + 1]))
            {
                var last = Enumerable.Range(i + 1, Math.Min(3, sentence.Tokens.Count - i - 1)).LastOrDefault(place => sentence.InOneClause(i, place), i + 1);
                return $"denies: “{sentence.Words(i, last)}”";
            }
        }

        return null;
    }

    private static bool IsDuty(Statement sentence, Token token) => Duties.Contains(sentence.Text[token.Start..token.End].ToLowerInvariant().Replace('’', '\''));

    // "Does engagement reward bad behaviour? … it does not if each payment follows a delivery …"
    private Bearing? Answer(Statement question, Statement sentence)
    {
        var all = points.Subject.Concat(points.Predicate).ToList();
        var asked = all.Where(point => ClaimPoints.PlacesIn(question, point).Any()).Sum(point => point.Weight) / Math.Max(double.Epsilon, all.Sum(point => point.Weight));
        if (asked < AsksTheClaim)
        {
            return null;
        }

        // "It does if …, and it does not if …" answers both ways, which is something against either.
        var denial = Enumerable.Range(0, sentence.Tokens.Count).FirstOrDefault(i => sentence.Negations[i], -1);
        var affirms = denial < 0 || !sentence.InOnePhrase(0, denial);
        var isAgainst = claim.Statement.Negations.Any(negation => negation) ? affirms : denial >= 0;
        if (!isAgainst)
        {
            return new Bearing(0, WeightOfAnswer * asked, "", 0);
        }

        var (first, last) = denial >= 0 ? (Start(sentence, denial), denial + 2) : (0, 3);
        return new Bearing(WeightOfAnswer * asked, 0, $"answers: “{Shown(sentence, first, Math.Min(last, sentence.Tokens.Count - 1))}”", 0);
    }

    private static int Start(Statement sentence, int place) =>
        sentence.DenierOf(place) is { } denier ? WithAuxiliary(sentence, denier) : WithAuxiliary(sentence, place);

    // A denial with the word before it reads better than a bare "not".
    private static int WithAuxiliary(Statement sentence, int denial) =>
        denial > 0 && sentence.Tokens[denial - 1].IsStopWord && sentence.InOneClause(denial - 1, denial) ? denial - 1 : denial;

    private static string Shown(Statement sentence, int first, int last)
    {
        var whole = sentence.Words(first, last);
        return whole.Length <= LongestCue ? whole : $"{sentence.Words(first, Math.Min(first + 2, last))} … {sentence.Words(last, last)}";
    }

    [GeneratedRegex(@"\b(?:I\s+(?:believe|accept|share)\s+(?:neither|none)(?:\s+of\s+\w+)?|I\s+disagree|nothing\s+of\s+the\s+(?:sort|kind)|(?:that|this|it|they|both)\s+(?:is|are|was|were)\s+(?:simply\s+|plainly\s+)?(?:wrong|false|mistaken|untrue|nonsense|a\s+(?:myth|legend|fallacy|mistake)|myths|legends)|not\s+so)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dismisses();

    [GeneratedRegex(@"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|shall|will|would|ought)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksYesOrNo();
}
