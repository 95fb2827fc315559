namespace Bot.Evaluation.Seeds;

/// <summary>Outcomes, counted.</summary>
internal sealed record SeedFigures
{
    /// <summary>Questions for <c>ask</c> that the readings answer.</summary>
    public required int Answerable { get; init; }

    /// <summary>Of those, how many got a right passage first.</summary>
    public required int AskFirst { get; init; }

    /// <summary>Of those, how many got a right passage among three.</summary>
    public required int AskThree { get; init; }

    /// <summary>Of those, how many got silence.</summary>
    public required int FalseRefusals { get; init; }

    /// <summary>Questions for <c>ask</c> that the readings do not answer.</summary>
    public required int Unanswerable { get; init; }

    /// <summary>Of those, how many got silence, as they should.</summary>
    public required int Abstained { get; init; }

    /// <summary>Claims for <c>counter</c> that the readings answer.</summary>
    public required int Claims { get; init; }

    /// <summary>Of those, how many got a right passage first.</summary>
    public required int CounterFirst { get; init; }

    /// <summary>Of those, how many got a right passage among three.</summary>
    public required int CounterThree { get; init; }

    /// <summary>Claims for <c>counter</c> that nothing in the readings speaks against.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Of those, how many got silence, as they should.</summary>
    public required int CounterSilent { get; init; }

    /// <summary>Claims for <c>counter</c> for which passages are named that support them.</summary>
    public required int Guarded { get; init; }

    /// <summary>Of those, how many got such a passage as a counter.</summary>
    public required int Forbidden { get; init; }

    public static SeedFigures Count(IReadOnlyList<SeedOutcome> outcomes)
    {
        var asked = outcomes.Where(outcome => outcome.Question.Command == SeedQuestion.Ask).ToList();
        var answerable = asked.Where(outcome => outcome.Question.IsAnswerable).ToList();
        var unanswerable = asked.Where(outcome => !outcome.Question.IsAnswerable).ToList();
        var countered = outcomes.Where(outcome => outcome.Question.Command == SeedQuestion.Counter).ToList();
        var claims = countered.Where(outcome => outcome.Question.IsAnswerable).ToList();
        return new SeedFigures
        {
            Answerable = answerable.Count,
            AskFirst = answerable.Count(outcome => outcome.FirstIsRight),
            AskThree = answerable.Count(outcome => outcome.OneOfThreeIsRight),
            FalseRefusals = answerable.Count(outcome => outcome.IsSilent),
            Unanswerable = unanswerable.Count,
            Abstained = unanswerable.Count(outcome => outcome.IsSilent),
            Claims = claims.Count,
            CounterFirst = claims.Count(outcome => outcome.FirstIsRight),
            CounterThree = claims.Count(outcome => outcome.OneOfThreeIsRight),
            Unanswered = countered.Count - claims.Count,
            CounterSilent = countered.Count(outcome => !outcome.Question.IsAnswerable && outcome.IsSilent),
            Guarded = countered.Count(outcome => outcome.Question.Forbidden.Count > 0),
            Forbidden = countered.Count(outcome => outcome.OffersForbidden),
        };
    }
}
