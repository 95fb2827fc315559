using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>
/// Finds the page number in a head or foot: the one that grows with the pages. A year, a volume and the count of all pages stay
/// the same or grow otherwise.
/// </summary>
internal static partial class PrintedNumbers
{
    /// <summary>The number of each page as it is printed, or null.</summary>
    /// <param name="margins">For each page, the heads and feet.</param>
    /// <param name="edges">For each page, all rows where heads and feet may stand: the first page of a chapter has others.</param>
    public static IReadOnlyList<string?> Of(IReadOnlyList<IReadOnlyList<string>> margins, IReadOnlyList<IReadOnlyList<string>> edges)
    {
        var candidates = margins.Select((rows, page) => rows.SelectMany(row => ReadCandidates(row, page)).ToList()).ToList();
        var support = candidates.SelectMany(page => page).CountBy(candidate => candidate.Series).ToDictionary();
        var chosen = candidates.Select(page => Choose(page, support)).ToArray();
        for (var page = chosen.Length - 2; page >= 0; page--)
        {
            if (chosen[page] is null && chosen[page + 1] is { } next)
            {
                chosen[page] = edges[page].SelectMany(row => ReadCandidates(row, page)).FirstOrDefault(candidate => candidate.Series == next.Series);
            }
        }

        return [.. chosen.Select(candidate => candidate?.Label)];
    }

    private static Candidate? Choose(List<Candidate> candidates, Dictionary<Series, int> support) =>
        candidates.MaxBy(candidate => support[candidate.Series]) is { } best && support[best.Series] > 1 ? best : null;

    /// <summary>The numbers of a row; one that stands alone counts twice.</summary>
    private static IEnumerable<Candidate> ReadCandidates(string row, int page)
    {
        foreach (Match match in Number.Matches(row))
        {
            Series? series = int.TryParse(match.Value, CultureInfo.InvariantCulture, out var value) ? new Series(value - page, IsRoman: false)
                : RomanNumeral.TryParse(match.Value, out var roman) ? new Series(roman - page, IsRoman: true)
                : null;
            if (series is { } found)
            {
                yield return new Candidate(match.Value, found);
                if (!row.Any(c => char.IsLetterOrDigit(c) && !match.Value.Contains(c, StringComparison.Ordinal)))
                {
                    yield return new Candidate(match.Value, found);
                }
            }
        }
    }

    /// <summary>A number that may be the page's.</summary>
    private sealed record Candidate(string Label, Series Series);

    /// <summary>Pages counted on from each other: the number less the page's place in the file is the same.</summary>
    private readonly record struct Series(int Offset, bool IsRoman);

    [GeneratedRegex(@"(?<![\w.,])(?:[0-9]{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?![\w])")]
    private static partial Regex Number { get; }
}
