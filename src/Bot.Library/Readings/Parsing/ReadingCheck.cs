using System.Globalization;

namespace Bot.Library.Readings.Parsing;

/// <summary>Looks for signs that a file was not read as people would read it.</summary>
/// <param name="Quality">Which share of the words reads like words, 0 to 1.</param>
/// <param name="Warnings">Each a sentence or two with what to do.</param>
internal sealed record ReadingCheck(double Quality, IReadOnlyList<string> Warnings)
{
    /// <summary>Below this quality about every second line has an error.</summary>
    private const double MinQuality = 0.95;

    private const double MaxNoteShare = 0.5;
    private const int ManyParagraphs = 60;
    private const int MaxWordLength = 28;
    private const int LongText = 200;

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Looks through a reading.</summary>
    public static ReadingCheck Of(Reading reading)
    {
        var words = reading.Paragraphs
            .Where(paragraph => paragraph.Kind is not (ParagraphKind.Code or ParagraphKind.Table))
            .SelectMany(paragraph => paragraph.Text.Split(' '))
            .ToList();
        var quality = words.Count == 0 ? 1 : 1 - ((double)words.Count(IsOdd) / words.Count);
        return new ReadingCheck(quality, [.. Find(reading, quality, words.Count)]);
    }

    private static IEnumerable<string> Find(Reading reading, double quality, int words)
    {
        var letters = reading.Paragraphs.Sum(paragraph => paragraph.Text.Length);
        var notes = reading.Paragraphs.Where(paragraph => paragraph.Role == ParagraphRole.Reference).Sum(paragraph => paragraph.Text.Length);
        if (notes > MaxNoteShare * letters)
        {
            yield return string.Create(English, $"{100.0 * notes / letters:F0} % of the text counts as notes or sources and answers no question. If that is wrong, give the part below the notes a heading of its own.");
        }

        if (reading.Paragraphs.Count > ManyParagraphs && reading.Sections.Count() <= 1)
        {
            yield return $"The {reading.Paragraphs.Count} paragraphs have no headings that could be told, so a citation names no section. Mark the headings with # in a Markdown file.";
        }

        if (quality < MinQuality)
        {
            yield return string.Create(English, $"{100 * (1 - quality):F0} % of the words look damaged. Look at the text with “show”; another copy, or text recognition (OCR) on a clean scan, may be better.");
        }

        if (reading.Paragraphs.Sum(paragraph => paragraph.Text.Count(letter => letter == '\uFFFD')) is > 0 and var lost)
        {
            yield return $"Characters that were lost when the file was saved stand as � in {lost} places. Save it again as UTF-8, or take another copy.";
        }

        if (words >= LongText && reading.Paragraphs.LastOrDefault(paragraph => paragraph.Role == ParagraphRole.Body && paragraph.Kind == ParagraphKind.Prose) is { } last && IsCut(last.Text))
        {
            yield return $"The text ends in the middle of a sentence (¶{last.Number}). Look whether the file was saved or copied whole.";
        }
    }

    /// <summary>Whether letters and marks stand in it as in no word: <c>LMs,the</c>, a run of signs, or far too many letters.</summary>
    private static bool IsOdd(string word)
    {
        if (word.Contains("://", StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (run, longest) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                return true;
            }

            if (c is ',' or ';' or '!' or '?' && i > 1 && i + 2 < word.Length && char.IsLetter(word[i - 1]) && char.IsLetter(word[i + 1]) && char.IsLetter(word[i - 2]) && char.IsLetter(word[i + 2]))
            {
                return true;
            }

            run = char.IsLetter(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest > MaxWordLength;
    }

    private static bool IsCut(string text) => text[^1] is ',' or '-' || (char.IsLower(text[^1]) && text.Split(' ').Length > 8);
}
