namespace Bot.Evaluation.Metrics;

/// <summary>
/// How often an argument on the same side is offered as a counterargument: same side / (opposing + same side) in the top five, pooled over all queries.
/// Documents without a side do not count. 0 is best.
/// </summary>
internal sealed class SideError
{
    /// <summary>How many ranks count.</summary>
    public const int Cut = 5;

    private int sameSide;
    private int opposing;

    /// <summary>The share, 0 to 1; null if no document took a side.</summary>
    public double? Value => sameSide + opposing == 0 ? null : (double)sameSide / (sameSide + opposing);

    /// <summary>Counts one ranking.</summary>
    /// <param name="ranking">Ids of documents, best first.</param>
    /// <param name="grades">Those that oppose the query have a grade of 1 or more.</param>
    /// <param name="supporters">Those on the query's own side.</param>
    public void Add(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, IReadOnlySet<string> supporters)
    {
        foreach (var id in ranking.Take(Cut))
        {
            if (supporters.Contains(id))
            {
                sameSide++;
            }
            else if (grades.GetValueOrDefault(id) > 0)
            {
                opposing++;
            }
        }
    }
}
