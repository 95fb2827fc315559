namespace Bot.Library.Readings.Raw;

/// <summary>Distinguishes lines of verse from wrapped prose and from lists.</summary>
internal static class Stanza
{
    private const int MinLines = 3;
    private const int MaxLineLength = 75;
    private const int MinWords = 4;
    private const int MaxWords = 14;

    /// <summary>Most lines of verse begin with a capital in the middle of a sentence; lines of prose rarely do.</summary>
    private const double LargeBeginnings = 0.8;

    /// <summary>Some lines of verse end with a mark; items of a list rarely do.</summary>
    private const double EndsWithMark = 0.35;

    /// <summary>Whether lines between two blank ones are a stanza.</summary>
    public static bool Is(IReadOnlyList<string> lines)
    {
        if (lines.Count < MinLines || lines.Any(line => line.Trim().Length > MaxLineLength))
        {
            return false;
        }

        var words = lines.Average(line => PlainLine.CountWords(line.Trim()));
        var goingOn = lines.Zip(lines.Skip(1)).Where(pair => !PlainLine.EndsSentence(pair.First.TrimEnd())).Select(pair => pair.Second.TrimStart()).ToList();
        return words is >= MinWords and <= MaxWords
            && goingOn.Count * 2 >= lines.Count - 1
            && goingOn.Count(BeginsLarge) >= LargeBeginnings * goingOn.Count
            && lines.Count(line => line.TrimEnd()[^1] is ',' or ';' or ':' or '.' or '!' or '?' or '—' or '”' or '"') >= EndsWithMark * lines.Count;
    }

    private static bool BeginsLarge(string line) => line.TrimStart('"', '“', '‘', '\'', '(', '—', '_') is [var first, ..] && char.IsUpper(first);
}
