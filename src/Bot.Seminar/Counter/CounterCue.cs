using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Counter;

/// <summary>The words of a passage that show that it speaks against a claim, said for people.</summary>
internal static class CounterCue
{
    /// <summary>The concession that a sentence makes: the words that grant it, or null where it grants nothing.</summary>
    public static string? Concession(Lexicon lexicon, string sentence) => lexicon.Discourse.Match(sentence)
        .Where(cue => cue.Role == DiscourseRole.Concession && IsTelling(cue.Text))
        .OrderByDescending(cue => cue.Text.Length)
        .Select(cue => cue.Text)
        .FirstOrDefault();

    /// <summary>What in a sentence speaks against a claim: a denial, an opposite word, a rebuttal or a judgement; null where nothing does.</summary>
    public static string? Against(Claim claim, string sentence)
    {
        var tokens = TextAnalysis.Tokenize(sentence);
        var effects = tokens.Select(token => claim.Lexicon.Stance.EffectOf(sentence[token.Start..token.End], token.Term)).ToList();
        if (Opposite(claim, sentence, tokens) is { } opposite)
        {
            return opposite;
        }

        var denial = effects.FindIndex(effect => effect == StanceEffect.Negation);
        if (denial >= 0 && claim.Profile.Negations == 0)
        {
            return $"denies: “{Around(sentence, tokens, denial)}”";
        }

        if (claim.Lexicon.Discourse.Match(sentence).FirstOrDefault(cue => cue.Role == DiscourseRole.Rebuttal) is { Text: { } rebuttal })
        {
            return $"rebuts: “{rebuttal}”";
        }

        var judgement = effects.FindIndex(effect => claim.Denies
            ? effect == StanceEffect.Positive
            : effect is StanceEffect.Negative or StanceEffect.Shifter);
        if (judgement >= 0)
        {
            return $"judges otherwise: “{sentence[tokens[judgement].Start..tokens[judgement].End]}”";
        }

        return claim.Denies && denial < 0 ? "affirms where the claim denies" : null;
    }

    private static string? Opposite(Claim claim, string sentence, IReadOnlyList<Token> tokens)
    {
        var own = claim.Query.Tokens;
        foreach (var token in tokens)
        {
            if (claim.OwnStems.Contains(token.Term))
            {
                continue;
            }

            var met = own.FirstOrDefault(word => claim.Lexicon.Opposites.Of(word.Term).Contains(token.Term));
            if (met.Term is not null)
            {
                return $"opposes: “{sentence[token.Start..token.End]}” to your “{claim.Query.Text[met.Start..met.End]}”";
            }
        }

        return null;
    }

    // A denial with the word that it denies reads better than a bare "not".
    private static string Around(string sentence, IReadOnlyList<Token> tokens, int denial)
    {
        var last = denial + 1 < tokens.Count && tokens[denial + 1].Start - tokens[denial].End == 1 ? denial + 1 : denial;
        var first = denial > 0 && tokens[denial - 1].IsStopWord && tokens[denial].Start - tokens[denial - 1].End == 1 ? denial - 1 : denial;
        return sentence[tokens[first].Start..tokens[last].End];
    }

    // "But" and the like open half of all sentences; alone they grant nothing.
    private static bool IsTelling(string cue) => cue.Contains(' ', StringComparison.Ordinal) || cue.Length >= 7;
}
