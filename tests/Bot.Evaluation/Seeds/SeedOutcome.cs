using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Seeds;

/// <summary>What came back for one question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Passages">The passages offered as an answer, best first; empty where there was none.</param>
/// <param name="Message">What was said where no passage was offered.</param>
internal sealed record SeedOutcome(SeedQuestion Question, IReadOnlyList<string> Passages, string Message = "")
{
    /// <summary>Whether nothing was offered as an answer.</summary>
    public bool IsSilent => Passages.Count == 0;

    /// <summary>Whether the first passage is right.</summary>
    public bool FirstIsRight => Passages.Take(1).Any(IsRight);

    /// <summary>Whether one of the first three passages is right.</summary>
    public bool OneOfThreeIsRight => Passages.Take(3).Any(IsRight);

    /// <summary>Whether nothing better could have come back.</summary>
    public bool IsPerfect => Question.IsAnswerable ? FirstIsRight : IsSilent;

    private bool IsRight(string passage) => Question.Gold.Any(gold => FoldedText.Contains(passage, gold));
}
