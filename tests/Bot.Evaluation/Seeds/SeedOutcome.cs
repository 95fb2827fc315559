using Bot.Chat;
using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Seeds;

/// <summary>What came back for one question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Status">How the command ended.</param>
/// <param name="Passages">The passages offered as an answer, best first. An honest abstention has none.</param>
/// <param name="Message">The whole reply as plain text; empty where nothing speaks.</param>
internal sealed record SeedOutcome(SeedQuestion Question, ReplyStatus Status, IReadOnlyList<string> Passages, string Message)
{
    /// <summary>Whether nothing was offered as an answer, on purpose: an error is not silence.</summary>
    public bool IsSilent => Status == ReplyStatus.Abstained && Passages.Count == 0;

    /// <summary>Whether the first passage is right.</summary>
    public bool FirstIsRight => HasRightAmong(1);

    /// <summary>Whether one of the first three passages is right.</summary>
    public bool OneOfThreeIsRight => HasRightAmong(3);

    /// <summary>Whether a passage was offered that says the contrary of what was wanted.</summary>
    public bool OffersForbidden => Passages.Any(passage => !IsRight(passage) && Question.Forbidden.Any(text => FoldedText.Contains(passage, text)));

    /// <summary>Whether nothing better could have come back.</summary>
    public bool IsPerfect => (Question.IsAnswerable ? FirstIsRight : IsSilent) && !OffersForbidden;

    private bool HasRightAmong(int count) => Status == ReplyStatus.Answered && Passages.Take(count).Any(IsRight);

    private bool IsRight(string passage) => Question.Gold.Any(gold => FoldedText.Contains(passage, gold));
}
