using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>Tells how sentences of a paragraph bear on a claim, each with what stands before it.</summary>
internal sealed partial class BearingReader
{
    // Set on the development claims of docs/evaluation.md. A sentence whose paragraph names the subject may be about something else.
    private const double AllOfSubject = 0.5;
    private const double SubjectAround = 0.35;
    private const double WeightOfAnswer = 0.8;
    private const double AsksTheClaim = 0.5;
    private const double PlainlyFor = 0.5;
    private const int ReachOfDismissal = 2;

    private readonly ClaimPoints points;
    private readonly Claim claim;
    private readonly VerdictReader verdicts;
    private readonly PredicateReader predicate;

    public BearingReader(ClaimPoints points)
    {
        this.points = points;
        claim = points.Claim;
        verdicts = new VerdictReader(points);
        predicate = new PredicateReader(points, verdicts);
    }

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

        if ((Refutation(sentences, number) ?? Dismissal(sentences, number)) is { } dismissal)
        {
            return dismissal;
        }

        var bearing = Own(sentences, number, leans);
        return bearing.For >= PlainlyFor && Enumerable.Range(number, Math.Min(ReachOfDismissal, sentences.Count - number)).Any(i => Dismisses().IsMatch(sentences[i].Text))
            ? new Bearing(0, 0, "", number)
            : bearing;
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
        return place < 0 ? "" : $"speaks otherwise: “{sentence.Excerpt(sentence.WithAuxiliary(place), Math.Min(place + 1, sentence.Tokens.Count - 1))}”";
    }

    /// <summary>How much of the claim, names aside, a sentence says with what it leans on: 0 nothing, 1 all.</summary>
    public double SharedBy(Paragraph paragraph, int number)
    {
        var sentences = Sentences(paragraph);
        var leans = number > 1 && Anaphora.LeansOnPrevious(sentences[number - 1].Text);
        return points.SharedWith(sentences[number - 1], leans ? sentences[number - 2] : null);
    }

    // "The dictum that truth always triumphs is one of those pleasant falsehoods."
    private Bearing? Refutation(List<Statement> sentences, int number) =>
        Refutes().Match(sentences[number - 1].Text) is { Success: true } words && Own(sentences, number, leans: false) is { For: >= PlainlyFor } claimed
            ? new Bearing(claimed.For, 0, $"rejects it: “{words.Groups["verdict"].Value}”", number)
            : null;

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
        var (against, agrees, cue) = predicate.Read(sentence);
        (against, agrees) = (subject * against, subject * agrees);
        if (verdicts.Read(sentence, sentences[0], leans ? before : null) is var (verdict, shown))
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

    private List<Statement> Sentences(Paragraph paragraph) => Statement.AllOf(paragraph, claim.Lexicon);

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
        var isAgainst = claim.HasNegation ? affirms : denial >= 0;
        if (!isAgainst)
        {
            return new Bearing(0, WeightOfAnswer * asked, "", 0);
        }

        var (first, last) = denial >= 0 ? (sentence.StartOfDenial(denial), denial + 2) : (0, 3);
        return new Bearing(WeightOfAnswer * asked, 0, $"answers: “{sentence.Excerpt(first, Math.Min(last, sentence.Tokens.Count - 1))}”", 0);
    }

    [GeneratedRegex(@"\b(?:I\s+(?:believe|accept|share)\s+(?:neither|none)(?:\s+of\s+\w+)?|I\s+disagree|nothing\s+of\s+the\s+(?:sort|kind)|(?:that|this|it|they|both)\s+(?:is|are|was|were)\s+(?:simply\s+|plainly\s+)?(?:wrong|false|mistaken|untrue|nonsense|a\s+(?:myth|legend|fallacy|mistake)|myths|legends)|not\s+so)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dismisses();

    [GeneratedRegex(
        """
        \b(?:dictum|maxim|saying|notion|idea|belief|view|assumption|supposition|doctrine|theory|claim|argument|hope|expectation|opinion|fear|charge|promise|thesis)s?\s+that\b(?:(?!\b(?:though|although|but|while|whereas|yet)\b)[^;:—])*?\b(?:is|are|was|were|has\s+been|have\s+been|seems?|looks?|remains?)\s+(?!not\b)(?<verdict>(?:[\w’'-]+\s+){0,4}?(?:falsehood|fallac(?:y|ies)|myth|legend|illusion|delusion|error|mistake|superstition|untrue|false|wrong|mistaken|absurd|nonsense|naive|unfounded|groundless|baseless|untenable|misguided|fanciful|refuted)s?)\b
        |\b(?<verdict>(?:it\s+is|it\s+was|it[’']s)\s+(?:simply\s+|plainly\s+|just\s+|therefore\s+)?(?:not\s+true|untrue|false|wrong|mistaken|absurd|naive|nonsense|an?\s+(?:\w+\s+)?(?:mistake|error|fallacy|myth|illusion|delusion))\s+(?:that|to\s+(?:think|suppose|believe|say|assume|claim|imagine|hope|expect|conclude)))\b
        |\b(?<verdict>the\s+(?:\w+\s+)?(?:myth|fallacy|illusion|delusion|falsehood|legend|superstition)\s+that|the\s+(?:false|mistaken|naive|wrong|misguided)\s+(?:idea|belief|notion|assumption|hope|view)\s+that)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Refutes();

    [GeneratedRegex(@"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|shall|will|would|ought)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksYesOrNo();
}
