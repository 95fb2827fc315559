using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Citing;

/// <summary>Recognises sentences that cannot be understood alone by how they begin.</summary>
internal static partial class Opening
{
    // Words that refer to, or continue, the sentence before.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PointingWords = SetOf("""
        it its they them their this that these those he him his she her such one another both neither either others some
        however but yet still and or so nor instead moreover furthermore besides also then therefore thus hence consequently
        accordingly otherwise nevertheless nonetheless similarly likewise conversely rather meanwhile indeed too again only even
        here there finally lastly second secondly third thirdly next
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Demonstratives = SetOf("this these those such");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = SetOf("it they he she");

    /// <summary>Whether a sentence needs the one before it: "However, …", "They …", "Until this is done, …".</summary>
    public static bool LeansBack(string sentence)
    {
        var position = 0;
        foreach (var match in Word.EnumerateMatches(sentence))
        {
            var word = sentence.AsSpan(match.Index, match.Length);
            if (position == 0 && PointingWords.Contains(word) && !IsExpletive(sentence) && !NamesItself.IsMatch(sentence))
            {
                return true;
            }

            if (position > 0
                && ((Demonstratives.Contains(word) && !NamesItself.IsMatch(sentence[match.Index..]))
                    || word.Equals("them", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            if (position is 1 or 2 && Pronouns.Contains(word) && !IsExpletive(sentence[match.Index..]))
            {
                return true;
            }

            if (++position == 5)
            {
                break;
            }
        }

        return Connective.IsMatch(sentence) || Ending.IsMatch(sentence);
    }

    /// <summary>
    /// Whether a sentence refers anywhere to something that it does not name: "… such a step", "… as he says". Stricter than <see cref="LeansBack"/>, which
    /// only checks whether it can be understood without the one before it.
    /// </summary>
    public static bool PointsOut(string sentence) => LeansBack(sentence) || Pointing.IsMatch(sentence);

    /// <summary>
    /// The first sentence to quote so that a sentence can be understood: the sentence itself, or an earlier one in the paragraph that it depends on.
    /// </summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="number">The sentence's number, from 1.</param>
    /// <returns>Null if it depends on text outside the paragraph, or too far before it for one quote.</returns>
    public static int? FindFirstToQuote(Paragraph paragraph, int number)
    {
        var first = number;
        while (LeansBack(paragraph.Quote(first, first)))
        {
            if (--first < 1 || number - first >= Passage.MaxSentences || paragraph.Quote(first, number).Length > Passage.MaxLength)
            {
                return null;
            }
        }

        return first;
    }

    /// <summary>The last sentence to quote so that a sentence does not mislead: the sentence itself, or a later one that answers it ("But …").</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="first">The number of the first sentence of the quote, from 1.</param>
    /// <param name="number">The sentence's number.</param>
    /// <returns>Null if the answer is a question or makes the quote too long.</returns>
    public static int? FindLastToQuote(Paragraph paragraph, int first, int number)
    {
        var last = number;
        while (last < paragraph.Sentences.Count && paragraph.Quote(last + 1, last + 1) is var next && Turning.IsMatch(next))
        {
            last++;
            if (next.Contains('?', StringComparison.Ordinal) || last - first >= Passage.MaxSentences || paragraph.Quote(first, last).Length > Passage.MaxLength)
            {
                return null;
            }
        }

        return last;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(string words) => words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // "It is time to …", "It could be argued that …", "There is no …", "Some critics …": these refer to nothing.
    private static bool IsExpletive(string sentence) => Expletive.IsMatch(sentence);

    [GeneratedRegex(@"\b(?:this|these|those(?!\s+(?:who|that|which|whose|in|of|with)\b)|such(?!\s+as\b)|he|she|him|his|her|hers|I|me|my|you|your|also|for\s+(?:example|instance)|each\s+of|(?:after|before|by|for|from|of|on|with|without)\s+that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing { get; }

    // "Those who wait", "such as the ferry": the words after it say what is meant.
    [GeneratedRegex(@"^\W*(?:those\s+(?:who|that|which|whose|in|of|with)|such\s+as)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamesItself { get; }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")]
    private static partial Regex Word { get; }

    [GeneratedRegex(
        @"^\W*(?:(?:it\s+(?:is|was|would\s+be|will\s+be|remains|seems|appears|takes|becomes)|it[’']s|it\s+(?:can|could|may|might|must|should)\s+be)\s+(?:(?:[\w’'-]+\s+){0,2}?for\b|(?:[\w’'-]+\s+){0,5}?(?:that|to(?!\s+(?:the|an?|its|their|our|his|her|this|these|those|such|any|every|all)\b)|whether|if)\b)|there\s+(?:is|are|was|were|has|have|can|will|must|may)\b|(?:some|one|both|neither|either|even|only)\s+(?!of\b|is\b|are\b|was\b|were\b|has\b|have\b|may\b|might\b|must\b|should\b|can\b|could\b|will\b|would\b|then\b|so\b)\w+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Expletive { get; }

    // The beginning of an answer to the sentence before.
    [GeneratedRegex(@"^\W*(?:(?:but|yet|nevertheless|nonetheless)\b|however,)", RegexOptions.IgnoreCase)]
    private static partial Regex Turning { get; }

    [GeneratedRegex(@"\b(?:neither|so|this|that|too|either|in\s+the\s+same\s+way|the\s+same)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending { get; }

    [GeneratedRegex(
        @"^\W*(?:in\s+(?:contrast|addition|turn|fact|other\s+words|short|particular|response|return|that|both)\b|by\s+contrast|as\s+a\s+(?:result|consequence)|for\s+(?:example|instance|that|all\s+that)\b|on\s+the\s+(?:contrary|other)|at\s+the\s+same\s+time|after\s+all\b|of\s+course\b|that\s+said|even\s+so|more\s+importantly|most\s+importantly|adding\s+to|for\s+its\s+part|(?:(?:in|on|at|for)\s+)?the\s+(?:former|latter|first|second|third|other|others|same|\w+\s+one)\b|not\s+so\b|beyond\s+that)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Connective { get; }
}
