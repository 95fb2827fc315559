using System.Text.RegularExpressions;

namespace Bot.Seminar.Debate;

/// <summary>Features of a sentence's shape, the same as in <c>tools/training/motions.py</c>.</summary>
internal static partial class SentenceShape
{
    /// <summary>The words, in lower case.</summary>
    public static IReadOnlyList<string> ReadWords(string sentence) => [.. Word.Matches(sentence.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>Each feature by its name, most of them from 0 to 1.</summary>
    public static IEnumerable<(string Name, double Value)> Of(string sentence, IReadOnlyList<string> words) =>
    [
        ("length", Math.Log(1 + words.Count)),
        ("figure", sentence.Any(char.IsDigit) ? 1 : 0),
        ("name", Math.Min(3, Name.Count(sentence)) / 3.0),
        ("quote", sentence.AsSpan().ContainsAny("\"“”") ? 1 : 0),
        ("commas", Math.Min(4, sentence.Count(sign => sign == ',')) / 4.0),
        ("question", sentence.Contains('?', StringComparison.Ordinal) ? 1 : 0),
        ("past", Math.Min(3, words.Count(word => word.EndsWith("ed", StringComparison.Ordinal))) / 3.0),
    ];

    [GeneratedRegex("[a-z]+(?:['’][a-z]+)?")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<=\s)[A-Z][a-z]")]
    private static partial Regex Name { get; }
}
