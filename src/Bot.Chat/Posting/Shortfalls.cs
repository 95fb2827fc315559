namespace Bot.Chat.Posting;

/// <summary>
/// Collects parts of a post that could not be done: further messages, its thread, its pin. Refused parts are reported to people; if a part is unclear, the
/// post is searched for again.
/// </summary>
public sealed class Shortfalls
{
    private readonly List<string> problems = [];
    private bool isUnclear;

    private string? Text => problems.Count > 0 ? string.Join(' ', problems.Distinct()) : null;

    /// <summary>Records how one part ended.</summary>
    /// <param name="problem">The problem and how to fix it, in whole sentences; null if it was done.</param>
    /// <param name="mayBeDone">Whether it may have been done, or can be done later.</param>
    public void Add(string? problem, bool mayBeDone = false)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }

        isUnclear |= mayBeDone;
    }

    /// <summary>The outcome of a post whose first message was sent.</summary>
    public PostOutcome ReportPosted(PostedMessage message) =>
        isUnclear ? new PostOutcome.Unclear(Text ?? "") : new PostOutcome.Posted(message) { Shortfall = Text };

    /// <summary>The outcome of a search that found the first message of a post.</summary>
    public FindOutcome ReportFound(PostedMessage message) => new FindOutcome.Found(message) { Shortfall = Text };
}
