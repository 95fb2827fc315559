namespace Bot.Chat.Posting;

/// <summary>
/// What could not be done for a posted message: its further messages, its thread, its pin. What the platform refuses is reported to people;
/// after what is unclear the post is looked for once more.
/// </summary>
public sealed class Shortfalls
{
    private readonly List<string> problems = [];
    private bool isUnclear;

    private string? Text => problems.Count > 0 ? string.Join(' ', problems.Distinct()) : null;

    /// <summary>Notes how one of these things ended.</summary>
    /// <param name="problem">What is wrong and how to fix it, in whole sentences; null if it was done.</param>
    /// <param name="mayBeDone">Whether it is not known that it was not done, or it can be done later.</param>
    public void Add(string? problem, bool mayBeDone = false)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }

        isUnclear |= mayBeDone;
    }

    /// <summary>How the post ended, whose first message was sent.</summary>
    public PostOutcome AfterPosting(PostedMessage message) =>
        isUnclear ? new PostOutcome.Unclear(Text ?? "") : new PostOutcome.Posted(message) { Shortfall = Text };

    /// <summary>How the search for a post ended, whose first message was found.</summary>
    public FindOutcome AfterFinding(PostedMessage message) => new FindOutcome.Found(message) { Shortfall = Text };
}
