using Bot.Evaluation.Files;

namespace Bot.Evaluation.Tests;

/// <summary>Checks that invalid input is refused with a helpful message.</summary>
internal static class Refusal
{
    /// <summary>Checks that the message to the user contains these words.</summary>
    public static void Says(string words, Action action) =>
        Assert.Contains(words, Assert.Throws<EvaluationException>(action).Message, StringComparison.Ordinal);
}
