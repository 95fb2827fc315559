using System.Text;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>
/// Puts print into the order in which it is read. A PDF says where each letter stands; Hebrew and Arabic are read from right to left, with
/// figures and Latin words in them from left to right.
/// </summary>
internal static class PdfDirection
{
    /// <summary>What a word's letters say.</summary>
    /// <param name="letters">From left to right.</param>
    public static string JoinLetters(IReadOnlyList<string> letters)
    {
        var text = string.Concat(letters);
        return IsRightToLeft(text) ? string.Concat(letters.Reverse().Select(Mirror)) : text;
    }

    /// <summary>The words of a line as they are read.</summary>
    /// <param name="words">From left to right.</param>
    public static IReadOnlyList<PdfWord> PutInOrder(IReadOnlyList<PdfWord> words)
    {
        if (!words.Any(word => IsRightToLeft(word.Text)))
        {
            return words;
        }

        var isRightToLeft = words.Sum(word => MeasureDirection(word.Text)) < 0;
        var ordered = new List<PdfWord>(words.Count);
        foreach (var run in SplitIntoRuns(isRightToLeft ? [.. words.Reverse()] : words))
        {
            ordered.AddRange(IsRightToLeft(run[0].Text) == isRightToLeft ? run : Enumerable.Reverse(run));
        }

        return ordered;
    }

    /// <summary>Neighbours with the same direction; a word without a direction of its own belongs to the one before it.</summary>
    private static IEnumerable<List<PdfWord>> SplitIntoRuns(IReadOnlyList<PdfWord> words)
    {
        var run = new List<PdfWord>();
        foreach (var word in words)
        {
            if (run.Count > 0 && IsRightToLeft(word.Text) != IsRightToLeft(run[0].Text))
            {
                yield return run;
                run = [];
            }

            run.Add(word);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool IsRightToLeft(string text) => MeasureDirection(text) < 0;

    /// <summary>Letters that run to the right less those that run to the left.</summary>
    private static int MeasureDirection(string text) => text.EnumerateRunes().Sum(rune => Rune.IsLetter(rune) ? IsOfRightToLeftScript(rune.Value) ? -1 : 1 : 0);

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and the presentation forms of the first two.
    private static bool IsOfRightToLeftScript(int value) => value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);

    private static string Mirror(string value) => value switch
    {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        _ => value,
    };
}
