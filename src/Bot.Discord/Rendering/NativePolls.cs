namespace Bot.Discord.Rendering;

/// <summary>Makes native Discord polls, where everyone sees the votes.</summary>
internal static class NativePolls
{
    private const int MaxQuestion = 300;
    private const int MaxAnswer = 55;
    private const int MaxAnswers = 10;
    private const int MaxHours = 32 * 24;

    /// <summary>The poll; null if votes are secret, or if the poll exceeds Discord's limits.</summary>
    public static NativePoll? Of(PollBlock poll) =>
        poll.IsSecret
        || poll.Question.Length > MaxQuestion
        || poll.Answers.Count > MaxAnswers
        || poll.Answers.Any(answer => answer.Label.Length > MaxAnswer)
            ? null
            : new NativePoll(
                new PollText(poll.Question),
                [.. poll.Answers.Select(answer => new PollAnswer(new PollText(answer.Label)))],
                (int)Math.Clamp(Math.Ceiling(poll.Open.TotalHours), 1, MaxHours));
}
