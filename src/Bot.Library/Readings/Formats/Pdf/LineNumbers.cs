using System.Globalization;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Removes the line numbers that some papers, mostly of courts, print in the margin.</summary>
internal static class LineNumbers
{
    private const int MinNumbers = 5;
    private const int MaxNumber = 99;

    /// <summary>They are line numbers if this share of the lines has one, whether each line or each fifth is numbered.</summary>
    private const double MinNumberedShare = 0.6;

    /// <summary>How far from each other the right ends of the numbers stand, in points.</summary>
    private const double SamePlace = 3;

    private static readonly int[] Steps = [1, 5];

    /// <summary>The words on a page without the numbers of its lines.</summary>
    public static IReadOnlyList<PdfWord> Drop(IReadOnlyList<PdfWord> words)
    {
        var rows = PdfRows.Of(words);
        var numbers = rows.Select(row => row[0]).Where(word => IsNumber(word.Text)).ToList();
        if (numbers.Count < MinNumbers)
        {
            return words;
        }

        var column = numbers.GroupBy(word => Math.Round(word.Right / SamePlace)).MaxBy(group => group.Count())?.ToList() ?? [];
        return column.Count >= MinNumbers && Steps.Any(step => Counts(column, step) && column.Count * step >= MinNumberedShare * rows.Count)
            ? [.. words.Except(column)]
            : words;
    }

    private static bool Counts(List<PdfWord> numbers, int step) =>
        numbers.Zip(numbers.Skip(1)).All(pair => ReadNumber(pair.Second) - ReadNumber(pair.First) == step);

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit) && int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MaxNumber;

    private static int ReadNumber(PdfWord word) => int.Parse(word.Text, CultureInfo.InvariantCulture);
}
