namespace Bot.Evaluation.Squad;

/// <summary>What one answerer reached. Counts are of questions.</summary>
internal sealed record SquadFigures
{
    public required string Engine { get; init; }

    /// <summary>Questions that their own paragraph answers.</summary>
    public required int Answerable { get; init; }

    /// <summary>Questions that look as if their paragraph answered them.</summary>
    public required int Adversarial { get; init; }

    /// <summary>Answerable ones whose paragraph ranks first.</summary>
    public required int OwnFirst { get; init; }

    /// <summary>Answerable ones whose paragraph is among five.</summary>
    public required int OwnInFive { get; init; }

    /// <summary>Answerable ones whose answer is in the first quote, whole words in the same letters.</summary>
    public required int AnswerInQuote { get; init; }

    /// <summary>Answerable ones that got an answer asserted.</summary>
    public required int Asserted { get; init; }

    /// <summary>Answerable ones that got an answer asserted once their paragraph was taken out.</summary>
    public required int AssertedWithoutGold { get; init; }

    /// <summary>Adversarial ones that got an answer asserted.</summary>
    public required int AssertedOnAdversarial { get; init; }

    /// <summary>How often the score is higher with the paragraph in than for some question with it out; 0.5 is chance.</summary>
    public required double AreaWithoutGold { get; init; }

    /// <summary>How often the score is higher for an answerable question than for an adversarial one; 0.5 is chance.</summary>
    public required double AreaAdversarial { get; init; }
}
