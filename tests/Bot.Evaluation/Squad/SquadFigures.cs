namespace Bot.Evaluation.Squad;

/// <summary>The figures of one answerer. Counts are of questions.</summary>
internal sealed record SquadFigures
{
    public required string Engine { get; init; }

    /// <summary>Questions that their own paragraph answers.</summary>
    public required int Answerable { get; init; }

    /// <summary>Questions that their paragraph seems to answer, but does not.</summary>
    public required int Adversarial { get; init; }

    /// <summary>Answerable ones whose paragraph ranks first.</summary>
    public required int OwnFirst { get; init; }

    /// <summary>Answerable ones whose paragraph is among five.</summary>
    public required int OwnInFive { get; init; }

    /// <summary>Answerable ones whose first quote contains the answer as whole words.</summary>
    public required int AnswerInQuote { get; init; }

    /// <summary>Answerable ones with an asserted answer.</summary>
    public required int Asserted { get; init; }

    /// <summary>Answerable ones with an asserted answer after their paragraph was removed.</summary>
    public required int AssertedWithoutGold { get; init; }

    /// <summary>Adversarial ones with an asserted answer.</summary>
    public required int AssertedOnAdversarial { get; init; }

    /// <summary>How often the score with the paragraph is higher than a score without it; 0.5 is chance.</summary>
    public required double AreaWithoutGold { get; init; }

    /// <summary>How often the score is higher for an answerable question than for an adversarial one; 0.5 is chance.</summary>
    public required double AreaAdversarial { get; init; }
}
