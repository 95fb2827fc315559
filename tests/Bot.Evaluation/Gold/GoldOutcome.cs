using Bot.Chat;
using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Gold;

/// <summary>An offered passage.</summary>
/// <param name="Quote">Its text.</param>
/// <param name="Reading">The id of the cited reading.</param>
internal sealed record OfferedPassage(string Quote, string Reading);

/// <summary>The reply to one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Status">How the command ended.</param>
/// <param name="Passages">The offered passages, best first, asserted or only related.</param>
internal sealed record GoldOutcome(GoldQuestion Question, ReplyStatus Status, IReadOnlyList<OfferedPassage> Passages)
{
    /// <summary>The product's probability that the first passage is right.</summary>
    public double Confidence { get; init; }

    /// <summary>The whole reply as plain text.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether an answer was asserted.</summary>
    public bool IsAsserted => Status == ReplyStatus.Answered;

    /// <summary>Whether passages were only called related.</summary>
    public bool IsUnsure => Status == ReplyStatus.Unsure;

    /// <summary>Whether the product abstained; an error does not count.</summary>
    public bool IsSilent => Status == ReplyStatus.Abstained && Passages.Count == 0;

    /// <summary>Whether the first passage is right.</summary>
    public bool FirstIsRight => HasRightAmong(1);

    /// <summary>Whether one of the first three passages is right.</summary>
    public bool OneOfThreeIsRight => HasRightAmong(3);

    /// <summary>Whether an offered passage supports the claim that it should counter.</summary>
    public bool OffersSupport => Passages.Any(passage => Question.Support.Any(text => FoldedText.Contains(passage.Quote, text)));

    /// <summary>Whether the reply is the best possible one.</summary>
    public bool IsPerfect => (Question.IsAnswerable ? IsAsserted && FirstIsRight : !IsAsserted && Status != ReplyStatus.Error) && !OffersSupport;

    private bool HasRightAmong(int count) => Passages.Take(count).Any(passage => Question.Gold.Any(gold => FoldedText.Contains(passage.Quote, gold)));
}
