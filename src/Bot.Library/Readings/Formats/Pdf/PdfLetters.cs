using UglyToad.PdfPig.Content;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Makes words of the letters on a page: those that stand on the same height, with no gap between them.</summary>
internal static class PdfLetters
{
    /// <summary>Letters of one line differ in height by at most this many times their size; the mark of a note stands higher.</summary>
    private const double SameHeight = 0.15;

    /// <summary>
    /// A gap of at least this many times the size separates two words. Spaces are narrower than usual in a tight line, and many programs write none
    /// at all; pdftotext uses the same limit.
    /// </summary>
    private const double WordGap = 0.1;

    /// <summary>Letters that are spaced on purpose are less than this many times their size apart.</summary>
    private const double MaxTracking = 1;

    /// <summary>Letters drawn twice, a hair apart, are how some programs print bold.</summary>
    private const double SamePlace = 0.1;

    /// <summary>The words on a page, from top to bottom and from left to right; print that runs up the margin is left out.</summary>
    /// <param name="letters">The letters on the page.</param>
    /// <param name="says">What a letter says.</param>
    public static List<PdfWord> ReadWords(IEnumerable<Letter> letters, Func<Letter, string> says)
    {
        var printed = letters
            .Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.PointSize > 0 && letter.Value.Length > 0)
            .OrderByDescending(letter => letter.StartBaseLine.Y)
            .ToList();
        var words = new List<PdfWord>();
        for (var start = 0; start < printed.Count;)
        {
            var end = start + 1;
            while (end < printed.Count && printed[start].StartBaseLine.Y - printed[end].StartBaseLine.Y <= SameHeight * Math.Min(printed[start].PointSize, printed[end].PointSize))
            {
                end++;
            }

            AddWords(words, [.. printed[start..end].OrderBy(Start)], says);
            start = end;
        }

        return words;
    }

    /// <summary>The left end of a letter: text that runs from right to left begins at its right one.</summary>
    public static double Start(Letter letter) => Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);

    /// <summary>The right end of a letter.</summary>
    public static double End(Letter letter) => Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X);

    private static void AddWords(List<PdfWord> words, Letter[] line, Func<Letter, string> says)
    {
        var tracking = MeasureTracking([.. line.Select(letter => (letter, IsSpace(letter)))]);
        var word = new List<Letter>();
        foreach (var letter in line)
        {
            if (word.Count > 0 && IsDrawnTwice(word, letter))
            {
                continue;
            }

            if (IsSpace(letter) || (word.Count > 0 && Start(letter) - End(word[^1]) > tracking + (WordGap * letter.PointSize)))
            {
                Add(words, word, says);
                word = [];
            }

            if (!IsSpace(letter))
            {
                word.Add(letter);
            }
        }

        Add(words, word, says);

        bool IsSpace(Letter letter) => string.IsNullOrWhiteSpace(says(letter));
    }

    /// <summary>
    /// How far apart the letters of a line are spaced on purpose, where they are: the median of the gaps within its words. Gaps of an em and more are
    /// between words: a line of few letters, such as the marks of notes in two columns, can have more of them than others.
    /// </summary>
    private static double MeasureTracking((Letter Letter, bool IsSpace)[] line)
    {
        var gaps = line.Zip(line.Skip(1))
            .Where(pair => !pair.First.IsSpace && !pair.Second.IsSpace)
            .Select(pair => (Gap: Start(pair.Second.Letter) - End(pair.First.Letter), pair.First.Letter.PointSize))
            .Where(pair => pair.Gap < MaxTracking * pair.PointSize)
            .Select(pair => pair.Gap)
            .Order()
            .ToList();
        return gaps.Count == 0 ? 0 : Math.Max(0, gaps[gaps.Count / 2]);
    }

    private static bool IsDrawnTwice(List<Letter> word, Letter letter) => word.TakeLast(2).Any(before =>
        before.Value == letter.Value && Math.Abs(Start(before) - Start(letter)) < SamePlace * letter.PointSize);

    private static void Add(List<PdfWord> words, List<Letter> letters, Func<Letter, string> says)
    {
        if (letters.Count > 0)
        {
            words.Add(PdfWord.Of(letters, says));
        }
    }
}
