using System.Text.RegularExpressions;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>Tells whether a sentence can be read alone, and how it is put to the house.</summary>
internal static partial class MotionSentence
{
    private const int FewestWords = 6;
    private const int MaxWords = 30;

    /// <summary>What the sentence maintains, without note numbers and its full stop; null where it cannot be read alone.</summary>
    /// <param name="sentence">A sentence of a reading, verbatim.</param>
    public static string? ClaimOf(string sentence)
    {
        var plain = NoteNumber().Replace(sentence, "").TrimEnd();
        return plain.Length > 0 && char.IsUpper(plain[0]) && plain[^1] == '.' && !plain.EndsWith("..", StringComparison.Ordinal)
            && plain.Split(' ').Length is >= FewestWords and <= MaxWords
            && !SpeaksOfText().IsMatch(plain)
            && !SpeaksOfAuthor().IsMatch(plain)
            && !GoesOnFromBefore().IsMatch(plain)
            && !Opening.PointsOut(plain)
                ? plain[..^1]
                : null;
    }

    /// <summary>The claim as a motion: "This house believes that …" where it begins with a word that can follow "that", else as it stands.</summary>
    public static string MotionOf(string claim) => Subject().IsMatch(claim)
        ? $"This house believes that {char.ToLowerInvariant(claim[0])}{claim[1..]}."
        : $"{claim}.";

    // Quotations, lists and asides: a sentence of a text, but not one that a house can vote on.
    [GeneratedRegex("[\"“”«»:()\\[\\]?!…]")]
    private static partial Regex SpeaksOfText();

    // "We" are the authors, and not those who debate.
    [GeneratedRegex(@"\b(?:we|us|our|ours)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfAuthor();

    // "For one, …", "First, …", "Nay; …": a word or two before a pause take up what was said before.
    [GeneratedRegex(@"^[\w’'-]+(?:\s+[\w’'-]+)?\s*[,;—–]|^[\w’'-]+--")]
    private static partial Regex GoesOnFromBefore();

    [GeneratedRegex(@"\s*\[[0-9]+\]")]
    private static partial Regex NoteNumber();

    // Determiners, and "it" and "there" where they stand for nothing: no name, and no imperative.
    [GeneratedRegex("^(?:The|A|An|No|Every|Each|All|Any|It|There)\\s(?!.*;)")]
    private static partial Regex Subject();
}
