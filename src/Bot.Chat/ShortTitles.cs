namespace Bot.Chat;

/// <summary>Shortens titles: without the subtitle, otherwise after the last word that fits. A title without spaces stays as it is.</summary>
public static class ShortTitles
{
    private const int MaxLength = 60;
    private const int MinMainTitleLength = 8;

    private static readonly string[] Subtitles = [": ", "; ", " – ", " — ", " - "];

    /// <summary>The title in at most sixty characters, or unchanged if it has no place to cut.</summary>
    public static string Of(string title)
    {
        if (title.Length <= MaxLength)
        {
            return title;
        }

        var main = Subtitles
            .Select(mark => title.IndexOf(mark, MinMainTitleLength, StringComparison.Ordinal))
            .Where(at => at is >= 0 and <= MaxLength)
            .DefaultIfEmpty(-1)
            .Min();
        if (main >= 0)
        {
            return title[..main];
        }

        var end = title.LastIndexOf(' ', MaxLength - 1);
        return end > 0 ? $"{title[..end].TrimEnd(',', ';', ':', '(', ' ')}…" : title;
    }
}
