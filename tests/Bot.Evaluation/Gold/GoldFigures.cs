using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Gold;

/// <summary>Counts of outcomes.</summary>
/// <param name="Outcomes">Of questions and claims.</param>
internal sealed record GoldFigures(IReadOnlyList<GoldOutcome> Outcomes)
{
    private List<GoldOutcome> Answerable { get; } = [.. Outcomes.Where(outcome => !outcome.Question.IsClaim && outcome.Question.IsAnswerable)];

    private List<GoldOutcome> Unanswerable { get; } = [.. Outcomes.Where(outcome => !outcome.Question.IsClaim && !outcome.Question.IsAnswerable)];

    private List<GoldOutcome> Claims { get; } = [.. Outcomes.Where(outcome => outcome.Question.IsClaim && outcome.Question.IsAnswerable)];

    private List<GoldOutcome> Unopposed { get; } = [.. Outcomes.Where(outcome => outcome.Question.IsClaim && !outcome.Question.IsAnswerable)];

    /// <summary>Answerable questions whose first passage is right.</summary>
    public Ratio AskFirst => Ratio.Of(Answerable, outcome => outcome.FirstIsRight);

    /// <summary>Answerable questions with a right passage among three.</summary>
    public Ratio AskThree => Ratio.Of(Answerable, outcome => outcome.OneOfThreeIsRight);

    /// <summary>Answerable questions without any passage.</summary>
    public Ratio WronglySilent => Ratio.Of(Answerable, outcome => outcome.Passages.Count == 0);

    /// <summary>Answerable questions with passages that were only called related.</summary>
    public Ratio Unsure => Ratio.Of(Answerable, outcome => outcome.IsUnsure);

    /// <summary>Unanswerable questions with an asserted answer.</summary>
    public Ratio WronglyAnswered => Ratio.Of(Unanswerable, outcome => outcome.IsAsserted);

    /// <summary>The area under the curve: how often an answerable question has more confidence than an unanswerable one.</summary>
    public double AskArea => Area(Answerable, Unanswerable);

    /// <summary>Claims whose first passage is right.</summary>
    public Ratio CounterFirst => Ratio.Of(Claims, outcome => outcome.FirstIsRight);

    /// <summary>Claims with a right passage among three.</summary>
    public Ratio CounterThree => Ratio.Of(Claims, outcome => outcome.OneOfThreeIsRight);

    /// <summary>Claims with a passage that supports them.</summary>
    public Ratio Support => Ratio.Of(Claims, outcome => outcome.OffersSupport);

    /// <summary>Claims without a counterargument in the texts that got asserted counterarguments.</summary>
    public Ratio WronglyAsserted => Ratio.Of(Unopposed, outcome => outcome.IsAsserted);

    /// <summary>How often a claim with a counterargument in the texts has more confidence than one without.</summary>
    public double CounterArea => Area(Claims, Unopposed);

    /// <summary>Answerable questions and claims whose first passage is in the right reading.</summary>
    /// <param name="idOf">The id of a file's reading.</param>
    public Ratio RightText(IReadOnlyDictionary<string, string> idOf) =>
        Ratio.Of([.. Answerable, .. Claims], outcome => outcome.Passages.Count > 0 && outcome.Passages[0].Reading == idOf[outcome.Question.File]);

    private static double Area(List<GoldOutcome> positives, List<GoldOutcome> negatives) =>
        Discrimination.AreaUnderCurve([.. positives.Select(outcome => outcome.Confidence)], [.. negatives.Select(outcome => outcome.Confidence)]);
}

/// <summary>A count out of a total.</summary>
internal readonly record struct Ratio(int Count, int Whole)
{
    /// <summary>The share, 0 to 1; 0 if the total is 0.</summary>
    public double Share => Whole == 0 ? 0 : (double)Count / Whole;

    public static Ratio Of<T>(IReadOnlyCollection<T> all, Func<T, bool> counts) => new(all.Count(counts), all.Count);

    /// <summary><c>16 of 24</c>.</summary>
    public override string ToString() => Whole == 0 ? Reports.Figure.None : Reports.Figure.Of(Count, Whole);
}
