using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>Turns sentences that say what ought to be done into claims; a sentence that would not read well is no claim.</summary>
/// <param name="lexicon">What the bot knows of words.</param>
/// <param name="readings">The readings, which show how a word is written inside a sentence.</param>
internal sealed partial class MotionWording(Lexicon lexicon, IEnumerable<Reading> readings)
{
    private const int FewestWordsOfProposal = 8;
    private const int MostWords = 30;
    private const int MostWordsOfAssertion = 16;
    private const int FewestUnits = 2;
    private readonly Lazy<HashSet<string>> insideSentences = new(() => WordsInside(readings));

    /// <summary>The claim that a sentence makes, to stand after "that"; null where it makes none.</summary>
    /// <param name="sentence">A sentence of a reading, verbatim.</param>
    public string? ClaimOf(string sentence)
    {
        var plain = Connective().Replace(NoteNumber().Replace(sentence, ""), "").TrimEnd();
        if (!plain.EndsWith('.') || Opening.LeansBack(plain) || Concession.In(lexicon, plain) is not null)
        {
            return null;
        }

        if (Proposal(plain) is { } proposal)
        {
            return proposal;
        }

        // "If the ferry stops, …" says nothing without the rest, and "behind the harbour stands a wall" says it upside down.
        var core = Motion.CoreOf(plain);
        var rest = plain[core.Length..];
        core = core.TrimEnd('.') + '.';
        return Subordinate().IsMatch(core) || MotionShape.IsCutShort(core, rest) ? null
            : Proposal(core) ?? (Maintains(core) && MotionShape.IsFit(core) ? Begin(core)?.TrimEnd('.') : null);
    }

    private string? Proposal(string sentence) =>
        TextAnalysis.Tokenize(sentence).Count is >= FewestWordsOfProposal and <= MostWords && MotionShape.IsFit(sentence) && Proposes(sentence)
            ? Begin(sentence)?.TrimEnd('.')
            : null;

    // What somebody else says ought to be done is a report. "The United States" only looks like one.
    private bool Proposes(string sentence)
    {
        if (Duty().Match(sentence) is not { Success: true } duty
            || (Subordinate().IsMatch(sentence) && sentence.IndexOf(',', StringComparison.Ordinal) > duty.Index))
        {
            return false;
        }

        var cues = lexicon.Discourse.Match(sentence);
        return cues.Any(cue => cue.Role is DiscourseRole.Recommendation or DiscourseRole.Thesis)
            && !cues.Any(cue => cue.Role == DiscourseRole.Attribution
                && cue.Start < duty.Index
                && !cue.Text.Equals("states", StringComparison.OrdinalIgnoreCase));
    }

    // "Sanctions work when they are enforced": what the author maintains in so few words that a house can vote on it.
    // "The order matters" points at something that was said before.
    private bool Maintains(string sentence)
    {
        var claim = new Claim(sentence, lexicon);
        return claim.Verb > 0
            && claim.Query.Tokens.Count <= MostWordsOfAssertion
            && !(claim.Verb == 2 && claim.Query.Text.StartsWith("The ", StringComparison.OrdinalIgnoreCase))
            && !TellsOrCompares().IsMatch(sentence)
            && (!NamesByClause().IsMatch(sentence) || Verbs(claim) > 1)
            && claim.Query.Units.Count >= FewestUnits
            && TakesAStand(claim)
            && !Figures().IsMatch(sentence)
            && !Past().IsMatch(claim.Query.Text[claim.Query.Tokens[claim.Verb].Start..])
            && !Reports(claim)
            && !lexicon.Discourse.Match(sentence).Any(cue => cue.Role == DiscourseRole.Attribution);
    }

    // "Has written it into law" tells what happened; "has failed" and "has not worked" judge it.
    private static bool Reports(Claim claim) =>
        Perfect().IsMatch(claim.Query.Text[claim.Query.Tokens[claim.Verb].Start..])
        && !claim.Query.Tokens.Skip(claim.Verb + 1).Take(2).Any(token => IsVerdict(claim, claim.Query.Text[token.Start..token.End]));

    private static bool TakesAStand(Claim claim) => claim.Query.Tokens.Skip(claim.Verb).Any(token =>
    {
        var word = claim.Query.Text[token.Start..token.End];
        return claim.Lexicon.Stance.EffectOf(word, token.Term) is StanceEffect.Positive or StanceEffect.Negative or StanceEffect.Negation
            || IsVerdict(claim, word)
            || Modal().IsMatch(word);
    });

    // "A person who shows rashness" waits for its verb.
    private static int Verbs(Claim claim) => Enumerable.Range(0, claim.Statement.Tokens.Count).Count(i =>
        claim.Statement.Words(i, i) is var word
        && (Auxiliary().IsMatch(word)
            || word.EndsWith("ed", StringComparison.Ordinal)
            || (word.EndsWith('s') && claim.Lexicon.Stance.EffectOf(word, claim.Statement.Tokens[i].Term) is not null)));

    private static bool IsVerdict(Claim claim, string word) => claim.Lexicon.Verdicts.Of(WordForm.Of(word)) != Verdicts.None;

    // A first word keeps its capital where it is a name; one that is never seen inside a sentence may be either, so it is refused.
    private string? Begin(string sentence)
    {
        var word = Word().Match(sentence).Value;
        if (word.Length == 0 || !sentence.StartsWith(word, StringComparison.Ordinal))
        {
            return null;
        }

        if (char.IsLower(word[0]) || word.Skip(1).Any(char.IsUpper))
        {
            return sentence;
        }

        var lowered = char.ToLowerInvariant(word[0]) + word[1..];
        if (TextAnalysis.Tokenize(word).All(token => token.IsStopWord) || insideSentences.Value.Contains(lowered))
        {
            return lowered + sentence[word.Length..];
        }

        return insideSentences.Value.Contains(word) ? sentence : null;
    }

    private static HashSet<string> WordsInside(IEnumerable<Reading> readings) => readings
        .SelectMany(reading => reading.Paragraphs)
        .Where(paragraph => paragraph.Role == ParagraphRole.Body)
        .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => paragraph.Quote(i + 1, i + 1)))
        .SelectMany(sentence => Word().Matches(sentence).Skip(1).Select(match => match.Value))
        .ToHashSet(StringComparer.Ordinal);

    // What happened once is no matter for a vote.
    [GeneratedRegex(@"^(?:was|were|had|did)\b|^\w+ed\b", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    [GeneratedRegex(@"^ha(?:s|ve)\s+(?!not\b|never\b|no\b|to\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Perfect();

    [GeneratedRegex(@"^(?:while|if|when|whenever|although|though|because|since|as|unless|until|after|before|whereas|once|where|wherever|whether|even|given|despite|unlike|like|with|without|behind|beneath|beyond|among|between|beside|in|on|at|by|for|from|of|under|over|through|during)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^(?:[\w’'-]+\s+){1,4}(?:who|that|which)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamesByClause();

    [GeneratedRegex("^(?:" + MotionShape.Auxiliaries + ")$", RegexOptions.IgnoreCase)]
    private static partial Regex Auxiliary();

    [GeneratedRegex("^(?:must|should|would|cannot)$", RegexOptions.IgnoreCase)]
    private static partial Regex Modal();

    [GeneratedRegex(@"[0-9]|\b(?:half|thirds?|quarters?|tenths?|percent|per\s+cent|twice|double)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Figures();

    // What is so as a rule is told rather than maintained; and what is greater or easier is so beside something that was said before.
    [GeneratedRegex(@"\b(?:often|usually|frequently|typically|generally|commonly|regularly|mostly)\b|\b(?:greater|smaller|better|worse|higher|lower|larger|stronger|weaker|easier|harder|more|less|fewer)\.$", RegexOptions.IgnoreCase)]
    private static partial Regex TellsOrCompares();

    [GeneratedRegex(@"\s*\[[0-9]+\]")]
    private static partial Regex NoteNumber();

    [GeneratedRegex(@"^(?:(?:However|Therefore|Thus|Hence|Moreover|Furthermore|Nevertheless|Nonetheless|Still|Consequently|Accordingly|Finally|Indeed|Above all|In short|In sum|In the end|In conclusion|On balance),\s+|(?:But|And|Yet|So)\s+)")]
    private static partial Regex Connective();

    [GeneratedRegex(@"\b(?:should|must|ought\s+to|(?<!\b(?:the|a|an|any|no|this|that|of|did\s+not)\s+)needs?\s+to|ha(?:s|ve)\s+to)\b|^It\s+is\s+(?:\w+\s+)?(?:time|better|best|wrong|right|wise|essential|necessary|crucial)\b|\bthe\s+(?:best|only|right)\s+(?:way|course|option)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duty();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:\.\p{L}\.?)*")]
    private static partial Regex Word();
}
