using Bot.Library.Readings;

namespace Bot.Evaluation.Documents;

/// <summary>How far a reading of a PDF agrees with another program's.</summary>
/// <param name="Runs">Which share of the reading's runs of four words the other has too, 0 to 1: the order of what was read.</param>
/// <param name="Found">Which share of the other's runs the reading has, 0 to 1: what was left out, heads and page numbers among it.</param>
/// <param name="Glued">Words of the reading that are two or more of the other's.</param>
/// <param name="Furniture">Sentences of the reading with a head or foot of the pages in them.</param>
internal sealed record PrintAgreement(double Runs, double Found, int Glued, int Furniture)
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

    private static IEnumerable<string> RunsOf(IReadOnlyList<string> words)
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

    /// <summary>Lines that open or close page after page, figures aside, are heads and feet.</summary>
    private static int CountFurniture(Reading reading, IReadOnlyList<string> pages)
    {
        var heads = pages
            .SelectMany(page => page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var lines
                ? lines.Take(LinesOfHead).Concat(lines.TakeLast(LinesOfHead)).Select(Head).Distinct()
                : [])
            .CountBy(head => head)
            .Where(head => head.Value >= EnoughPages && head.Key.Count(' ') + 1 >= ShortestHead)
            .Select(head => $" {head.Key} ")
            .ToList();
        return reading.Paragraphs
            .SelectMany(paragraph => paragraph.Sentences.Select((_, index) => $" {Head(paragraph.Quote(index + 1, index + 1))} "))
            .Count(sentence => heads.Exists(head => sentence.Length > head.Length && sentence.Contains(head, StringComparison.Ordinal)));
    }

    private static string Head(string line) => string.Join(' ', PlainWords.Of(line).Where(word => word.Any(char.IsLetter)));
}
