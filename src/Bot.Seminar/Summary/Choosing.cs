namespace Bot.Seminar.Summary;

/// <summary>Chooses extracts one by one: the best that does not say again what was chosen (Carbonell and Goldstein 1998, MMR).</summary>
internal sealed class Choosing(int sentences)
{
    private const int VeryShort = 4;
    private const double LikenessWeight = 0.7;
    private const double TooAlike = 0.55;
    private const double SameParagraph = 0.25;
    private const double SameSection = 0.08;
    private readonly List<Extract> chosen = [];

    /// <summary>How many sentences may still be chosen.</summary>
    public int Left => sentences - chosen.Sum(extract => extract.Count);

    /// <summary>Chooses up to so many extracts.</summary>
    /// <param name="candidates">What to choose from.</param>
    /// <param name="count">How many extracts to choose at most, in the sentences that are left.</param>
    /// <param name="score">How good each is; those at 0 or below are never chosen.</param>
    /// <returns>The chosen ones in reading order.</returns>
    public IReadOnlyList<Extract> Take(IEnumerable<Extract> candidates, int count, Func<Extract, double> score)
    {
        var open = candidates.Select(extract => (Extract: extract, Score: score(extract) - extract.Penalty)).Where(item => item.Score > 0).ToList();
        var taken = new List<Extract>();
        while (taken.Count < count && Best(open) is { } best)
        {
            chosen.Add(best);
            taken.Add(best);
        }

        return [.. taken.OrderBy(extract => extract.Core.Paragraph.Number).ThenBy(extract => extract.First)];
    }

    private Extract? Best(List<(Extract Extract, double Score)> open)
    {
        // In a very short summary a pair would take the place of a whole part.
        var longest = Math.Min(Left, sentences <= VeryShort ? 1 : 2);
        return open
            .Where(item => item.Extract.Count <= longest && !chosen.Exists(item.Extract.Overlaps))
            .Select(item => (item.Extract, Worth: item.Score - Repetition(item.Extract)))
            .Where(item => item.Worth > 0)
            .OrderByDescending(item => item.Worth)
            .Select(item => item.Extract)
            .FirstOrDefault();
    }

    private double Repetition(Extract extract)
    {
        var (likeness, nearness) = (0.0, 0.0);
        foreach (var other in chosen.Where(other => other.Core.Reading == extract.Core.Reading))
        {
            likeness = Math.Max(likeness, extract.Core.Likeness(other.Core));
            nearness += other.Core.Paragraph == extract.Core.Paragraph ? SameParagraph
                : other.Core.Paragraph.Section == extract.Core.Paragraph.Section ? SameSection : 0;
        }

        return likeness > TooAlike ? double.PositiveInfinity : (likeness * LikenessWeight) + nearness;
    }
}
