using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Gold;

/// <summary>Outcomes, counted.</summary>
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

    /// <summary>Answerable questions that got no passage.</summary>
    public Ratio WronglySilent => Ratio.Of(Answerable, outcome => outcome.Passages.Count == 0);

    /// <summary>Answerable questions that got passages as near only.</summary>
    public Ratio Unsure => Ratio.Of(Answerable, outcome => outcome.IsUnsure);

    /// <summary>Unanswerable questions that got passages as an answer.</summary>
    public Ratio WronglyAnswered => Ratio.Of(Unanswerable, outcome => outcome.IsAsserted);

    /// <summary>How often an answerable question has more confidence than an unanswerable one.</summary>
    public double AskArea => Area(Answerable, Unanswerable);

    /// <summary>Claims whose first passage is right.</summary>
    public Ratio CounterFirst => Ratio.Of(Claims, outcome => outcome.FirstIsRight);

    /// <summary>Claims with a right passage among three.</summary>
    public Ratio CounterThree => Ratio.Of(Claims, outcome => outcome.OneOfThreeIsRight);

    /// <summary>Claims that got a passage that speaks for them.</summary>
    public Ratio Support => Ratio.Of(Claims, outcome => outcome.OffersSupport);

    /// <summary>Claims that nothing speaks against and that got passages as counterarguments.</summary>
    public Ratio WronglyAsserted => Ratio.Of(Unopposed, outcome => outcome.IsAsserted);

    /// <summary>How often a claim that something speaks against has more confidence than another.</summary>
    public double CounterArea => Area(Claims, Unopposed);

    /// <summary>Answerable questions and claims whose first passage is in the reading that they are on.</summary>
    /// <param name="idOf">The id of a file's reading.</param>
    public Ratio RightText(IReadOnlyDictionary<string, string> idOf) =>
        Ratio.Of([.. Answerable, .. Claims], outcome => outcome.Passages.Count > 0 && outcome.Passages[0].Reading == idOf[outcome.Question.File]);

    private static double Area(List<GoldOutcome> positives, List<GoldOutcome> negatives) =>
        Discrimination.AreaUnderCurve([.. positives.Select(outcome => outcome.Confidence)], [.. negatives.Select(outcome => outcome.Confidence)]);
}

/// <summary>A count of a whole.</summary>
internal readonly record struct Ratio(int Count, int Whole)
{
    /// <summary>0 to 1; 0 of nothing is 0.</summary>
    public double Share => Whole == 0 ? 0 : (double)Count / Whole;

    public static Ratio Of<T>(IReadOnlyCollection<T> all, Func<T, bool> counts) => new(all.Count(counts), all.Count);

    /// <summary><c>16 of 24</c>.</summary>
    public override string ToString() => Whole == 0 ? Reports.Figure.None : Reports.Figure.Of(Count, Whole);
}
