using System.Text.RegularExpressions;

namespace Bot.Seminar.Debate;

/// <summary>Tells whether a sentence can stand alone as a motion, by its words and its grammar.</summary>
internal static partial class MotionShape
{
    /// <summary>Verbs that are known as such wherever they stand, as a part of a pattern.</summary>
    public const string Auxiliaries = "is|are|was|were|has|have|had|do|does|did|will|would|can|cannot|could|may|might|must|should";

    /// <summary>Whether a sentence speaks of its matter alone: of nobody's words, and of nothing that was named before it.</summary>
    public static bool IsFit(string sentence) => !Unfit().IsMatch(sentence) && !UnfitBeginning().IsMatch(sentence) && !PointsBack().IsMatch(sentence);

    /// <summary>Whether the first part of a sentence says nothing without the rest.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rest">What follows it, from the comma on.</param>
    public static bool IsCutShort(string part, string rest) => GoesOn().IsMatch(rest) || Dangles().IsMatch(part);

    // Signs of reported speech and lists, the author's person, words that point out of the sentence or speak of words, regrets about the past, asides.
    [GeneratedRegex(
        @"[""“”«»:;()…?!—]|\b(?:I|me|my|we|us|our|you|your|this|these|those|such|he|him|she|his|itself|themselves|former|latter|preceding|following|above|besides|also|sometimes|occasionally|therefore|instead|however|then|thus|hence|moreover|likewise|otherwise|words?|terms?|sentences?|questions?|answers?|arguments?)\b|\b(?:should|must|ought\s+to)\s+have\b|\bnot\s+(?:to\s+say|mean)\b|\b(?:be|do|so|one|two|both)\.$|,\s+should\s+\w+|\b(?:after|before|since)\s+that\b|\bthat\s+(?:in|when|if|while)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Unfit();

    // Words with which no motion begins; and "whoever succeeds …", "not only …", "great as are …", which go on behind a comma.
    [GeneratedRegex(
        @"^(?:(?-i:Let|Should|Consider|Nobody|No\s+one|What|One|Two|Three|Four|Five|Some)|wh\w+ever|suppose|granted|not\s+only|all\s+(?:that|who|which)|\w+\s+as\s+(?:is|are|was|were)|to\b(?!.*\b(?:is|means|would\s+be)\b))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex UnfitBeginning();

    // "Every extension of education promotes it": it was named before. In "leverage is lost before it is used" and "close two lanes and
    // give them to buses" the sentence itself names what is meant.
    [GeneratedRegex(
        @"^(?!it\b)(?:(?!(?:that|if|when|whenever|because|before|after|until|unless|where|as|than)\b)[\w’'-]+,?\s+){2,8}(?<!\b(?:and|or)\s+\w+\s+)(?:it|them)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    // "The difficulties are so great, that …" and "the ideas, which bend so easily, would …" are cut in two by their commas.
    [GeneratedRegex(@"^,\s+(?:that|than|who|whom|whose|the\s+(?:more|less)|(?:in|to|of|by|from|for|on|with|after|under)\s+wh(?:ich|om)|not|but|(?:which|who)\b.*,\s+(?:" + Auxiliaries + ")|" + Auxiliaries + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    // "The part of life in", "one who".
    [GeneratedRegex(@"\b(?:who|which|whom|that|of|in|to|for|with|by|at|from|on)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Dangles();
}
