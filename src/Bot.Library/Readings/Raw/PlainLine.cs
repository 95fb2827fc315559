namespace Bot.Library.Readings.Raw;

/// <summary>What the shape of a line or paragraph shows.</summary>
internal static class PlainLine
{
    private const int MaxHeadingWords = 14;
    private const int MinProseWords = 8;

    /// <summary>Whether two lines are the same, ignoring case and white space.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Folding.Fold(one), Folding.Fold(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>How many words, separated by white space.</summary>
    public static int CountWords(string line)
    {
        var words = 0;
        foreach (var _ in line.AsSpan().Split(' '))
        {
            words++;
        }

        return words;
    }

    /// <summary>Whether it is a sentence or more of running text: it ends as sentences do and is longer than a caption.</summary>
    public static bool IsProse(string line) => CountWords(line) is var words && words >= MinProseWords && (EndsSentence(line) || words > MaxHeadingWords * 2);

    /// <summary>Whether it may be a heading: short, begins large, and does not end as sentences do.</summary>
    public static bool IsHeadingLike(string line) =>
        (char.IsUpper(line[0]) || char.IsDigit(line[0]) || (char.IsLetter(line[0]) && !char.IsLower(line[0])) || "“\"‘'¿".Contains(line[0], StringComparison.Ordinal))
        && CountWords(line) <= MaxHeadingWords
        && (!EndsSentence(line) || (line[^1] is '?' or '!' && IsInCapitals(line)) || (line[^1] == '.' && IsUpperCase(line)))
        && line[^1] is not (',' or ';' or ':' or '-')
        && line.Any(char.IsLetter);

    /// <summary>Whether most of the longer words begin large, as in headlines.</summary>
    public static bool IsInCapitals(string line)
    {
        var longer = line.Split(' ').Where(word => word.Count(char.IsLetter) > 3).ToList();
        return longer.Count > 0 && longer.Count(word => char.IsUpper(word.First(char.IsLetter))) * 4 >= longer.Count * 3;
    }

    /// <summary>Whether all its letters, two at least, are large.</summary>
    public static bool IsUpperCase(string line) => !line.Any(char.IsLower) && line.Count(char.IsUpper) >= 2;

    /// <summary>Whether the last mark, without closing quotes and brackets, is one that ends sentences.</summary>
    public static bool EndsSentence(string line) => line.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., '.' or '!' or '?' or '…' or '。'];
}
