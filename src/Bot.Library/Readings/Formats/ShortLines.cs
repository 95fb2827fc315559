namespace Bot.Library.Readings.Formats;

/// <summary>Tells headings and names from sentences by their shape.</summary>
internal static class ShortLines
{
    private const int HeadingWords = 14;
    private const int HeadingLength = 100;
    private const int ProseWords = 30;
    private const int SentenceWords = 6;

    /// <summary>Whether a line is a whole sentence or more, not a label.</summary>
    public static bool IsProse(string line)
    {
        var words = PlainText.CountWords(line);
        return words >= ProseWords || (words >= SentenceWords && EndsAsSentence(line));
    }

    /// <summary>A short line without a full stop, which begins as a heading does.</summary>
    public static bool CanBeHeading(string line)
    {
        if (line.Length > HeadingLength || PlainText.CountWords(line) > HeadingWords)
        {
            return false;
        }

        if (line.StartsWith('#') && line.TrimStart('#').StartsWith(' '))
        {
            return true;
        }

        var isCapitals = line.Any(char.IsLetter) && !line.Any(char.IsLower);
        return line.Any(char.IsLetter)
            && (char.IsUpper(line[0]) || char.IsDigit(line[0]) || line[0] is '“' or '"' or '‘' || char.GetUnicodeCategory(line[0]) is System.Globalization.UnicodeCategory.OtherLetter)
            && (isCapitals || line[^1] is '?' || char.IsLetterOrDigit(line[^1]) || Marks.IsCloser(line[^1]) && !EndsAsSentence(line));
    }

    /// <summary>Headings such as "References" or "About the author", which stand for themselves.</summary>
    public static bool IsNamedHeading(string line) => SectionHeadings.IsReferences(line) || (line.Length > 12 && SectionHeadings.IsAboutAuthor(line));

    /// <summary>Two to six words that are all capitalised but for particles: "Ludwig van Beethoven".</summary>
    public static bool CanBeName(string line)
    {
        var words = line.Split(' ');
        return words.Length is >= 2 and <= 6 && line.Length <= 60 && !line.Any(char.IsDigit)
            && words.All(word => char.IsUpper(word[0]) || word.Length <= 3 || word is "and") && char.IsUpper(words[^1][0]);
    }

    private static bool EndsAsSentence(string line)
    {
        var end = line.Length - 1;
        while (end > 0 && (Marks.IsCloser(line[end]) || Marks.IsSuperscript(line[end])))
        {
            end--;
        }

        return Marks.IsEnd(line[end]);
    }
}
