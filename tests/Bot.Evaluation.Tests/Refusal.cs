using Bot.Evaluation.Files;

namespace Bot.Evaluation.Tests;

/// <summary>Checks that an input is refused in words that help.</summary>
internal static class Refusal
{
    /// <summary>The message to the user holds these words.</summary>
    public static void Says(string words, Action action) =>
        Assert.Contains(words, Assert.Throws<EvaluationException>(action).Message, StringComparison.Ordinal);
}
