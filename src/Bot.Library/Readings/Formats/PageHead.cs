using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>What stands above the first sentence of a plain text: its title, who wrote it and when, and the site's own labels.</summary>
/// <param name="Length">How many lines it takes.</param>
/// <param name="Kept">Those that belong to the text all the same.</param>
/// <param name="IsSavedPage">Whether the text shows signs of a page saved from a site.</param>
internal sealed partial record PageHead(int Length, IReadOnlyList<string> Kept, bool IsSavedPage)
{
    private const int RepeatWithin = 20;
    private const int TitleWords = 30;
    private const int SiteLabelWords = 3;

    private string? titleKey;

    public string? Title { get; private init; }

    public string? Author { get; private init; }

    public DateOnly? Date { get; private init; }

    public string? Source { get; private init; }

    /// <summary>Whether a line is the title once more.</summary>
    public bool IsTitle(string line) => titleKey is not null && PlainText.Key(line) == titleKey;

    /// <param name="lines">All lines of the text, folded.</param>
    public static PageHead Read(List<string> lines)
    {
        var repeated = Repeated(lines);
        var length = Enumerable.Range(0, lines.Count).FirstOrDefault(i => IsFirstProse(lines, i, repeated), Math.Min(1, lines.Count));
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string>();
        foreach (var line in lines.Take(length))
        {
            var field = Field().Match(line);
            if (!field.Success || !fields.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value))
            {
                rest.Add(line);
            }
        }

        var byline = rest.Find(line => Byline().IsMatch(line));
        var date = rest.Find(line => DateText.Parse(line) is not null);
        var candidates = rest.Where(line => line != byline && line != date && !PageFurniture.IsFurniture(line) && !PageFurniture.IsTail(line)).ToList();
        var title = fields.GetValueOrDefault("title") ?? repeated ?? Likeliest(candidates);
        var isSavedPage = repeated is not null || rest.Exists(line => PageFurniture.IsFurniture(line) || PageFurniture.IsTail(line));
        var key = title is null ? null : PlainText.Key(title);
        return new PageHead(length, isSavedPage ? [] : [.. candidates.Where(line => PlainText.Key(line) != key)], isSavedPage)
        {
            titleKey = key,
            Title = title,
            Author = fields.GetValueOrDefault("author") ?? fields.GetValueOrDefault("authors") ?? fields.GetValueOrDefault("by")
                ?? (byline is null ? null : Byline().Match(byline).Groups["name"].Value),
            Date = DateText.Parse(fields.GetValueOrDefault("date") ?? fields.GetValueOrDefault("published") ?? date),
            Source = fields.GetValueOrDefault("source") ?? fields.GetValueOrDefault("url") ?? fields.GetValueOrDefault("link"),
        };
    }

    // The longest line that stands more than once near the top.
    private static string? Repeated(List<string> lines) => lines
        .Take(RepeatWithin)
        .Where(line => PlainText.CountWords(line) <= TitleWords)
        .GroupBy(PlainText.Key)
        .Where(group => group.Count() > 1 && PlainText.CountWords(group.First()) > 1)
        .Select(group => group.First())
        .MaxBy(line => line.Length);

    private static bool IsFirstProse(List<string> lines, int index, string? title)
    {
        var line = lines[index];
        if (line == title || PageFurniture.IsFurniture(line) || Byline().IsMatch(line) || Field().IsMatch(line))
        {
            return false;
        }

        // A title may be a question.
        return ShortLines.IsProse(line) && !(index == 0 && line.EndsWith('?') && ShortLines.CanBeHeading(line));
    }

    private static string? Likeliest(List<string> candidates) =>
        candidates.Find(line => PlainText.CountWords(line) > SiteLabelWords) ?? candidates.MaxBy(PlainText.CountWords);

    [GeneratedRegex(@"^(?:by|written by|author:)\s+(?<name>\p{Lu}[^.!?]{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(?<name>title|authors?|by|date|published|source|url|link)\s*:\s*(?<value>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Field();
}
