namespace Bot.Library.Readings.Formats;

/// <summary>What stands below the last paragraph of a plain text: who wrote it, and the site's own labels.</summary>
/// <param name="Start">The first line that is no longer text.</param>
/// <param name="AboutAuthor">A heading and the biography below it; empty where there is none.</param>
internal sealed record PageFoot(int Start, IReadOnlyList<RawBlock> AboutAuthor)
{
    private const int LongestAboutAuthor = 16;
    private const int ArticleWords = 40;

    public string? Author { get; private init; }

    /// <param name="lines">The lines below the head, folded.</param>
    /// <param name="isSavedPage">Whether labels of a site are to be expected.</param>
    public static PageFoot Read(List<string> lines, bool isSavedPage)
    {
        var end = Tail(lines, isSavedPage);
        var start = lines.FindIndex(Math.Max(0, end - LongestAboutAuthor), line => SectionHeadings.IsAboutAuthor(line));
        if (start < 0 || start + 1 >= end)
        {
            return new PageFoot(end, []);
        }

        var about = lines[(start + 1)..end];
        var biography = about.Where(ShortLines.IsProse).ToList();
        if (biography.Count == 0)
        {
            return new PageFoot(end, []);
        }

        return new PageFoot(start, [new RawBlock(SectionHeadings.AboutTheAuthor, IsHeading: true), .. biography.Select(line => new RawBlock(line))])
        {
            Author = Name(about, biography),
        };
    }

    // The first label behind which no article goes on.
    private static int Tail(List<string> lines, bool isSavedPage)
    {
        var end = lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (PlainText.CountWords(lines[i]) >= ArticleWords || SectionHeadings.IsAboutAuthor(lines[i]))
            {
                break;
            }

            if (PageFurniture.IsTail(lines[i]) && (isSavedPage || i == lines.Count - 1 || i > lines.Count / 2))
            {
                end = i;
            }
        }

        return end;
    }

    // The names that the biographies repeat; else the line above the first of them.
    private static string? Name(List<string> about, List<string> biography)
    {
        var names = about.Where(line => ShortLines.CanBeName(line) && biography.Exists(text => text.Contains(line, StringComparison.Ordinal)))
            .Distinct()
            .ToList();
        if (names.Count > 0)
        {
            return string.Join(", ", names);
        }

        var first = about.FindIndex(ShortLines.IsProse);
        return first > 0 && ShortLines.CanBeName(about[first - 1]) ? about[first - 1] : null;
    }
}
