namespace Bot.Chat;

/// <summary>How a command ended.</summary>
public enum ReplyStatus
{
    /// <summary>The request was answered.</summary>
    Answered,

    /// <summary>The reply quotes near passages, and says that they may not be an answer.</summary>
    Unsure,

    /// <summary>The readings do not say. The reply says so and cites nothing as an answer.</summary>
    Abstained,

    /// <summary>The request could not be served as written; the reply says how to fix it.</summary>
    Error,
}

/// <summary>The visibility of a reply.</summary>
public enum ReplyVisibility
{
    /// <summary>Everyone in the channel.</summary>
    Channel,

    /// <summary>Only the member who asked. An adapter never shows such a reply to others.</summary>
    Private,
}

/// <summary>
/// A reply as a document: an adapter renders its blocks within its platform's limits and adds no words of its own.
/// </summary>
/// <param name="Status">How the command ended.</param>
/// <param name="Blocks">The content, in order; never empty.</param>
public sealed record ChatReply(ReplyStatus Status, IReadOnlyList<ReplyBlock> Blocks)
{
    /// <summary>Its visibility.</summary>
    public ReplyVisibility Visibility { get; init; } = ReplyVisibility.Channel;

    /// <summary>The probability that the first quote is right, from 0 to 1. Null if nothing was searched for.</summary>
    public double? Confidence { get; init; }

    /// <summary>The result of checking a quote: <c>verbatim</c>, <c>altered</c>, <c>stitched</c> or <c>not-found</c>. Null for other replies.</summary>
    public string? Verdict { get; init; }

    /// <summary>
    /// The question or the claim, as it was asked, if the readings do not answer it. Null for other replies, and if it only makes sense with the
    /// question before. Adapters do not show it.
    /// </summary>
    public string? Unanswered { get; init; }

    /// <summary>The readings that the blocks list, for programs; adapters show the blocks.</summary>
    public IReadOnlyList<ListedReading> Readings { get; init; } = [];

    /// <summary>Whether the program, not the request, caused the error: the same request may be answered later.</summary>
    public bool IsFault { get; init; }

    /// <summary>The quotes among the blocks, in order.</summary>
    public IEnumerable<QuoteBlock> Quotes => Blocks.OfType<QuoteBlock>();

    /// <summary>All its buttons, in order: its choices and the answers of its polls.</summary>
    public IEnumerable<Choice> Choices => Blocks.SelectMany(block => block switch
    {
        ChoicesBlock choices => choices.Choices,
        PollBlock poll => poll.Answers,
        _ => [],
    });

    /// <summary>The whole reply as plain text: what the console prints and a screen reader gets.</summary>
    public string ToPlainText() => PlainText.Render(this);

    /// <summary>An answer made of these blocks.</summary>
    public static ChatReply Answer(params IReadOnlyList<ReplyBlock> blocks) => new(ReplyStatus.Answered, blocks);

    /// <summary>A reply with quotes that may not answer, and words that say so.</summary>
    public static ChatReply Unsure(params IReadOnlyList<ReplyBlock> blocks) => new(ReplyStatus.Unsure, blocks);

    /// <summary>A reply that the readings do not say, made of these blocks.</summary>
    public static ChatReply Abstain(params IReadOnlyList<ReplyBlock> blocks) => new(ReplyStatus.Abstained, blocks);

    /// <summary>A request that could not be served.</summary>
    /// <param name="message">The problem and how to fix it, in whole sentences of plain text.</param>
    public static ChatReply Error(string message) => new(ReplyStatus.Error, [new TextBlock(message)]);
}
