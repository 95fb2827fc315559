using Bot.Library.Lexicons;

namespace Bot.Seminar.Summary;

/// <summary>How far a sentence plays a part in the argument, by its cues: 0 is not at all, 1 and more is plainly.</summary>
internal static class ArgumentRole
{
    private const double Reported = 0.4;
    private static readonly string[] Duties = ["must", "should", "ought", "need to", "needs to", "has to", "have to", "time", "let us", "i propose", "we propose"];
    private static readonly string[] Proposals = ["explore", "consider", "would do well", "better", "the only way", "the best way"];

    private static readonly string[] Announcing = ["thesis", "i argue", "we argue", "i contend", "we contend", "my argument", "our argument", "this article", "this essay", "this paper"];
    private static readonly string[] Granting =
        ["argue", "critic", "admit", "grant", "conced", "acknowledg", "objection", "risk", "remain", "true", "too late", "to be sure", "to be fair"];

    // Not to know is not to grant.
    private static readonly string[] DoubtfulCues = ["unclear", "uncertain", "to be seen"];

    /// <summary>Whether it says what ought to be done.</summary>
    public static double Wants(SummarySentence sentence) => sentence.Cues
        .Where(cue => cue.Role == DiscourseRole.Recommendation && !IsCondition(sentence.Text, cue) && !IsDisclaimed(sentence.Text, cue))
        .Select(cue => (Contains(cue, Duties) ? 1 : Contains(cue, Proposals) ? 0.7 : 0.4) * Own(sentence, cue))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Whether it grants a point to the other side.</summary>
    public static double Concedes(SummarySentence sentence) => sentence.Cues
        .Where(cue => cue.Role == DiscourseRole.Concession && !Contains(cue, DoubtfulCues))
        .Select(cue => Own(sentence, cue)
            * ((IsOpening(sentence.Text, cue) ? 0.7 : 0.2) + (WordCount(cue.Text) > 1 ? 0.3 : 0) + (Contains(cue, Granting) ? 0.3 : 0)))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Whether it says that something is not known.</summary>
    public static bool Doubts(SummarySentence sentence) => sentence.Cues.Any(cue => Contains(cue, DoubtfulCues));

    /// <summary>Whether it states what the text maintains; 2 where it announces that.</summary>
    public static double Maintains(SummarySentence sentence) => sentence.Cues
        .Where(cue => cue.Role == DiscourseRole.Thesis)
        .Select(cue => Own(sentence, cue) * (Contains(cue, Announcing) ? 2 : WordCount(cue.Text) > 1 ? 1 : 0.5))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Whether it turns against the sentence before it.</summary>
    public static bool Rebuts(SummarySentence sentence) =>
        sentence.Cues.Any(cue => cue.Role == DiscourseRole.Rebuttal && IsOpening(sentence.Text, cue));

    // What follows "she said that", or stands in quotation marks, is not the author's.
    private static double Own(SummarySentence sentence, CueMatch cue) =>
        IsQuoted(sentence.Text, cue) || sentence.Cues.Any(other => other.Role == DiscourseRole.Attribution && other.Start < cue.Start) ? Reported : 1;

    private static bool IsQuoted(string text, CueMatch cue)
    {
        var before = text[..cue.Start];
        return before.Count(sign => sign == '"') % 2 == 1 || before.Count(sign => sign == '“') > before.Count(sign => sign == '”');
    }

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

    private static bool Contains(CueMatch cue, string[] parts) =>
        parts.Any(part => cue.Text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsOpening(string text, CueMatch cue) => WordCount(text[..cue.Start]) <= 1;

    private static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
