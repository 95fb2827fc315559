using Bot.Library.Readings;

namespace Bot.Evaluation.Documents;

/// <summary>The agreement of a PDF's reading with another program's text.</summary>
/// <param name="Runs">The share of the reading's four-word sequences that the other text contains, 0 to 1: the order of the words.</param>
/// <param name="Found">The share of the other text's sequences that the reading contains, 0 to 1; the rest was left out, including page headers and
/// numbers.</param>
/// <param name="Glued">Words of the reading that are two or more words in the other text.</param>
/// <param name="HeadersAndFooters">Sentences of the reading that contain a page header or footer.</param>
internal sealed record PrintAgreement(double Runs, double Found, int Glued, int HeadersAndFooters)
{
    private const int RunLength = 4;
    private const int MostGlued = 8;
    private const int EnoughPages = 3;
    private const int LinesOfHead = 2;
    private const int ShortestHead = 2;

    /// <summary>Compares.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="pages">The other program's text, page by page.</param>
    public static PrintAgreement Of(Reading reading, IReadOnlyList<string> pages)
    {
        var ours = reading.Paragraphs.Select(paragraph => PlainWords.Of(paragraph.Text)).ToList();
        var theirs = PlainWords.Of(string.Join('\n', pages));
        var ourRuns = ours.SelectMany(RunsOf).ToList();
        var theirRuns = RunsOf(theirs).ToHashSet();
        var ourSet = ourRuns.ToHashSet();
        return new PrintAgreement(
            ourRuns.Count == 0 ? double.NaN : (double)ourRuns.Count(theirRuns.Contains) / ourRuns.Count,
            theirRuns.Count == 0 ? double.NaN : (double)theirRuns.Count(ourSet.Contains) / theirRuns.Count,
            CountGlued(ours.SelectMany(words => words), theirs),
            CountFurniture(reading, pages));
    }

    private static IEnumerable<string> RunsOf(List<string> words)
    {
        for (var i = 0; i + RunLength <= words.Count; i++)
        {
            yield return string.Join(' ', words.Skip(i).Take(RunLength));
        }
    }

    private static int CountGlued(IEnumerable<string> ours, List<string> theirs)
    {
        var known = theirs.ToHashSet();
        var unknown = ours.Where(word => !known.Contains(word)).ToList();
        var wanted = unknown.ToHashSet();
        var glued = new HashSet<string>();
        for (var i = 0; i < theirs.Count && wanted.Count > 0; i++)
        {
            var joined = theirs[i];
            for (var more = 1; more < MostGlued && i + more < theirs.Count; more++)
            {
                joined += theirs[i + more];
                if (wanted.Contains(joined))
                {
                    glued.Add(joined);
                }
            }
        }

        return unknown.Count(glued.Contains);
    }

    /// <summary>Lines that start or end many pages, ignoring digits, are headers and footers.</summary>
    private static int CountFurniture(Reading reading, IReadOnlyList<string> pages)
    {
        var heads = pages
            .SelectMany(HeadsOf)
            .CountBy(head => head)
            .Where(head => head.Value >= EnoughPages && head.Key.Count(' ') + 1 >= ShortestHead)
            .Select(head => $" {head.Key} ")
            .ToList();
        return reading.Paragraphs
            .SelectMany(paragraph => paragraph.Sentences.Select((_, index) => $" {Head(paragraph.Quote(index + 1, index + 1))} "))
            .Count(sentence => heads.Exists(head => sentence.Length > head.Length && sentence.Contains(head, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> HeadsOf(string page)
    {
        var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Take(LinesOfHead).Concat(lines.TakeLast(LinesOfHead)).Select(Head).Distinct();
    }

    private static string Head(string line) => string.Join(' ', PlainWords.Of(line).Where(word => word.Any(char.IsLetter)));
}
