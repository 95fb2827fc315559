using Bot.Library.Lexicons;

namespace Bot.Seminar.Summary;

/// <summary>How far a sentence plays a part in the argument, by its cues. 0 is not at all, 1 is plainly.</summary>
internal static class ArgumentRole
{
    private static readonly string[] Duties = ["must", "should", "ought", "need to", "needs to", "has to", "have to", "time", "could also", "let us", "propose"];

    /// <summary>Whether it says what ought to be done.</summary>
    public static double Wants(SummarySentence sentence)
    {
        var strength = sentence.Cues
            .Where(cue => cue.Role == DiscourseRole.Recommendation && !IsCondition(sentence.Text, cue) && !IsDisclaimed(sentence.Text, cue))
            .Select(cue => Duties.Any(duty => cue.Text.Contains(duty, StringComparison.OrdinalIgnoreCase)) ? 1 : 0.4)
            .DefaultIfEmpty(0)
            .Max();
        return sentence.Has(DiscourseRole.Attribution) ? strength * 0.6 : strength;
    }

    /// <summary>Whether it grants a point to the other side.</summary>
    public static double Concedes(SummarySentence sentence) => sentence.Cues
        .Where(cue => cue.Role == DiscourseRole.Concession)
        .Select(cue => (IsOpening(sentence.Text, cue) ? 0.7 : 0.2) + (WordCount(cue.Text) > 1 ? 0.3 : 0))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Whether it states what the text maintains.</summary>
    public static double Maintains(SummarySentence sentence) => sentence.Cues
        .Where(cue => cue.Role == DiscourseRole.Thesis)
        .Select(cue => WordCount(cue.Text) > 1 ? 1 : 0.5)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Whether it turns against the sentence before it.</summary>
    public static bool Rebuts(SummarySentence sentence) =>
        sentence.Cues.Any(cue => cue.Role == DiscourseRole.Rebuttal && IsOpening(sentence.Text, cue));

    // "Should the council decide …", "…, should it decide": a condition, not a duty.
    private static bool IsCondition(string text, CueMatch cue)
    {
        var before = text[..cue.Start].TrimEnd();
        return cue.Text.StartsWith("should", StringComparison.OrdinalIgnoreCase) && (before.Length == 0 || before[^1] == ',');
    }

    // "This is not to say that it should …"
    private static bool IsDisclaimed(string text, CueMatch cue)
    {
        var before = text[..cue.Start];
        return before.Contains("not to say", StringComparison.OrdinalIgnoreCase) || before.Contains("not mean", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOpening(string text, CueMatch cue) => WordCount(text[..cue.Start]) <= 1;

    private static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
