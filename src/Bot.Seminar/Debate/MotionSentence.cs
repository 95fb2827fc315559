using System.Text.RegularExpressions;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>Decides whether a sentence can be understood alone, and words it as a motion.</summary>
internal static partial class MotionSentence
{
    private const int MinWords = 6;
    private const int MaxWords = 30;

    /// <summary>
    /// The claim of a sentence, without note numbers, the full stop, and a first word that only links it to the one before ("But", "Therefore,"); null if
    /// it cannot be understood alone.
    /// </summary>
    /// <param name="sentence">A sentence of a reading, verbatim.</param>
    public static string? ClaimOf(string sentence)
    {
        var plain = RemoveConnective(RemoveNotes(sentence));
        return IsStatement(plain) && char.IsUpper(plain[0]) && !plain.Contains(':', StringComparison.Ordinal)
            && plain.Split(' ').Length is >= MinWords and <= MaxWords
            && !SpeaksOfAuthor.IsMatch(plain)
            && !GoesOnFromBefore.IsMatch(plain)
            && !TakesUp.IsMatch(plain)
            && !Reports.IsMatch(plain)
            && !SpeaksOfKnownThing.IsMatch(plain)
            && !SpeaksOfUnnamedMany(plain)
            && !Opening.PointsOut(plain)
                ? plain[..^1]
                : null;
    }

    /// <summary>
    /// The claims of those parts of a sentence, between semicolons or behind a colon, that are main clauses, each worded as by <see cref="ClaimOf"/>; empty if
    /// there is only one part.
    /// </summary>
    /// <param name="sentence">A sentence of a reading, verbatim.</param>
    public static IEnumerable<string> ClaimsOfParts(string sentence)
    {
        var plain = RemoveNotes(sentence);
        var parts = IsStatement(plain) ? PartEnd.Split(plain[..^1]) : [];
        return parts.Length < 2 ? [] : parts
            .Where(part => part.Length > 0 && !Subordinate.IsMatch(part))
            .Select(part => ClaimOf($"{char.ToUpperInvariant(part[0])}{part[1..]}."))
            .OfType<string>();
    }

    /// <summary>The claim as a motion: "This house believes that …" if it begins with a word that can follow "that", otherwise as it is.</summary>
    public static string MotionOf(string claim) => Subject.IsMatch(claim)
        ? $"This house believes that {char.ToLowerInvariant(claim[0])}{claim[1..]}."
        : $"{claim}.";

    private static string RemoveNotes(string sentence) => NoteNumber.Replace(sentence, "").TrimEnd();

    private static bool IsStatement(string plain) =>
        plain.EndsWith('.') && !plain.EndsWith("..", StringComparison.Ordinal) && !SpeaksOfText.IsMatch(plain);

    private static string RemoveConnective(string sentence)
    {
        var start = Tie.Match(sentence).Length;
        return start > 0 ? char.ToUpperInvariant(sentence[start]) + sentence[(start + 1)..] : sentence;
    }

    [GeneratedRegex(
        @"^(?:(?:But|Yet|And\s+yet)(?:,?\s+)|(?:However|Still|Nevertheless|Nonetheless|Moreover|Furthermore|Besides|Therefore|Thus|Hence|Accordingly"
        + @"|Consequently|Indeed|Of\s+course|After\s+all|In\s+short|In\s+fact|In\s+truth|In\s+other\s+words|That\s+said|Even\s+so),\s+)(?=\w)")]
    private static partial Regex Tie { get; }

    // The reasons, or the people meant, are in an earlier sentence: "… is therefore wrong", "there is here", "neither could strike first".
    [GeneratedRegex(
        @"\b(?:(?:neither|either|both|others?)\s+(?:can|could|may|might|must|should|would|will|is|are|was|were|has|have|had|do|does|did)|here|therefore"
        + @"|thus|hence|however|accordingly|consequently|moreover|nevertheless|nonetheless|likewise)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex TakesUp { get; }

    // A report of others' opinions: "Some critics …", "The mayor argues that …".
    [GeneratedRegex(
        @"^Some\b|\b(?:argue[sd]?|assert(?:s|ed)?|claim(?:s|ed)|says?|said|believe[sd]?|propose[sd]|thinks?|thought\s+that|maintain(?:s|ed)?\s+that"
        + @"|contends?|contended|according\s+to)\b")]
    private static partial Regex Reports { get; }

    // "They" without a plural before it refers to somebody in another sentence.
    private static bool SpeaksOfUnnamedMany(string sentence) =>
        Many.Match(sentence) is { Success: true } many && !Plural.IsMatch(sentence.AsSpan(0, many.Index));

    // "The policy has …": a general name without a modifier was introduced in an earlier sentence.
    [GeneratedRegex(
        @"^The(?:\s+[a-z][\w’'-]*){1,2}\s+(?:is|are|was|were|has|have|had|does|do|did|deserves?|needs?|seems?|remains?|makes?|gives?|comes?|goes|lies|stands?)\b")]
    private static partial Regex SpeaksOfKnownThing { get; }

    [GeneratedRegex(@"\b(?:they|them|their|themselves)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Many { get; }

    [GeneratedRegex(
        @"\b(?!(?:is|was|has|does|this|its|his|as|thus|less|always|us|perhaps)\b)(?:\w+s|men|women|people|children|and|all|everyone|those|who|many|most|few"
        + @"|majority|class)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Plural { get; }

    // Quotations and asides, which a class cannot vote on.
    [GeneratedRegex("[\"“”«»()\\[\\]?!…]")]
    private static partial Regex SpeaksOfText { get; }

    // "We" means the authors, not the class.
    [GeneratedRegex(@"\b(?:we|us|our|ours)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfAuthor { get; }

    // "For one, …", "First, …", "Nay; …": one or two words before a pause continue an earlier sentence.
    [GeneratedRegex(@"^[\w’'-]+(?:\s+[\w’'-]+)?\s*[,;—–]|^[\w’'-]+--")]
    private static partial Regex GoesOnFromBefore { get; }

    // A colon stays with the part before it, which is therefore no claim: it announces what comes next.
    [GeneratedRegex(@"(?:;|(?<=:))\s+(?:and\s+)?")]
    private static partial Regex PartEnd { get; }

    // A part that begins so belongs to the part before.
    [GeneratedRegex(@"^(?:which|who|whom|whose|that|because|lest|than|whereas|for|or|nor|so)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate { get; }

    [GeneratedRegex(@"\s*\[[0-9]+\]")]
    private static partial Regex NoteNumber { get; }

    // Determiners, "it" and "there" at the start: such a sentence is not an imperative and begins with no name.
    [GeneratedRegex("^(?:The|A|An|No|Every|Each|All|Any|It|There)\\s(?!.*;)")]
    private static partial Regex Subject { get; }
}
