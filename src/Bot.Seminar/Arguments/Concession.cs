using Bot.Library.Lexicons;

namespace Bot.Seminar.Arguments;

/// <summary>Tells sentences that grant the other side a point.</summary>
internal static class Concession
{
    private const int WordsShown = 8;

    // "Of course" somewhere in a sentence grants nothing; these do wherever they stand.
    private static readonly string[] Granting = ["critic", "opponent", "sceptic", "skeptic", "detractor", "are right", "argue", "admit", "conced", "acknowledg", "objection", "remain", "too late"];

    /// <summary>The words that grant something, with what follows them; null where the sentence grants nothing.</summary>
    public static string? In(Lexicon lexicon, string sentence)
    {
        var cue = lexicon.Discourse.Match(sentence)
            .Where(cue => cue.Role == DiscourseRole.Concession && (IsOpening(sentence, cue) || Grants(cue)))
            .OrderByDescending(cue => cue.Text.Length)
            .FirstOrDefault();
        return cue.Text is null ? null : Shown(sentence, cue);
    }

    private static bool Grants(CueMatch cue) =>
        cue.Text.Contains(' ', StringComparison.Ordinal) && Granting.Any(part => cue.Text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsOpening(string sentence, CueMatch cue) => sentence[..cue.Start].Count(char.IsWhiteSpace) <= 1;

    private static string Shown(string sentence, CueMatch cue)
    {
        if (cue.Text.Contains('…', StringComparison.Ordinal))
        {
            return cue.Text;
        }

        var words = sentence[cue.Start..].Split(' ');
        return words.Length <= WordsShown + 1 ? sentence[cue.Start..].TrimEnd('.', '?', '!') : $"{string.Join(' ', words.Take(WordsShown)).TrimEnd(',', ';', ':')} …";
    }
}
