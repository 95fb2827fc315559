using Bot.Chat;
using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Gold;

/// <summary>A passage that was offered.</summary>
/// <param name="Quote">Its words.</param>
/// <param name="Reading">The id of the reading that it is said to stand in.</param>
internal sealed record OfferedPassage(string Quote, string Reading);

/// <summary>What came back for one question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Status">How the command ended.</param>
/// <param name="Passages">The passages offered, best first, be they asserted or said to be near only.</param>
internal sealed record GoldOutcome(GoldQuestion Question, ReplyStatus Status, IReadOnlyList<OfferedPassage> Passages)
{
    /// <summary>How likely the first passage is right, as the product says.</summary>
    public double Confidence { get; init; }

    /// <summary>The whole reply as plain text.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether something was offered as an answer.</summary>
    public bool IsAsserted => Status == ReplyStatus.Answered;

    /// <summary>Whether passages were offered that are said to be near only.</summary>
    public bool IsUnsure => Status == ReplyStatus.Unsure;

    /// <summary>Whether nothing was offered, on purpose: an error is not silence.</summary>
    public bool IsSilent => Status == ReplyStatus.Abstained && Passages.Count == 0;

    /// <summary>Whether the first passage is right.</summary>
    public bool FirstIsRight => HasRightAmong(1);

    /// <summary>Whether one of the first three passages is right.</summary>
    public bool OneOfThreeIsRight => HasRightAmong(3);

    /// <summary>Whether a passage was offered that speaks for the claim that was to be countered.</summary>
    public bool OffersSupport => Passages.Any(passage => Question.Support.Any(text => FoldedText.Contains(passage.Quote, text)));

    /// <summary>Whether nothing better could have come back.</summary>
    public bool IsPerfect => (Question.IsAnswerable ? IsAsserted && FirstIsRight : !IsAsserted && Status != ReplyStatus.Error) && !OffersSupport;

    private bool HasRightAmong(int count) => Passages.Take(count).Any(passage => Question.Gold.Any(gold => FoldedText.Contains(passage.Quote, gold)));
}
