using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>The lines of a plain text that belong together: in some files a line is a paragraph, in others paragraphs are wrapped.</summary>
internal static partial class TextParagraphs
{
    private const int MaxBrokenLineWidth = 130;
    private const int MinBrokenLineWidth = 45;

    /// <summary>The paragraphs and headings of a text, white space folded, each with a letter or figure.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var groups = SplitAtBlankLines(PageNumbers.Mark(text));
        var prose = groups.Where(group => !Stanza.Is(group)).ToList();
        var width = WidthOf(prose);
        var hyphenation = new Hyphenation(prose.SelectMany(group => group));
        var lines = groups.SelectMany(group => Stanza.Is(group) ? [string.Join(TextMarks.LineBreak, group.Select(line => line.Trim()))]
            : width is { } known ? Join(group, known, hyphenation)
            : group);
        return [.. lines.Select(Folding.Fold).Where(line => line.Any(char.IsLetterOrDigit))];
    }

    private static List<List<string>> SplitAtBlankLines(string text)
    {
        var groups = new List<List<string>>();
        List<string>? group = null;
        foreach (var line in text.Replace('\f', '\n').ReplaceLineEndings("\n").Split('\n'))
        {
            // A line of signs, below a heading or between parts of a text, separates paragraphs as a blank line does.
            if (string.IsNullOrWhiteSpace(line) || Rule.IsMatch(line))
            {
                group = null;
                continue;
            }

            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(line.TrimEnd());
        }

        return groups;
    }

    // In wrapped text nearly all lines that another line follows are about as long as the width.
    private static int? WidthOf(List<List<string>> groups)
    {
        var followed = groups.SelectMany(group => group.Take(group.Count - 1)).Select(line => line.Length).Order().ToList();
        var likeWidth = followed.Count(length => length is >= MinBrokenLineWidth and <= MaxBrokenLineWidth);
        return followed.Count >= 3 && likeWidth >= followed.Count * 0.7 ? Math.Min(followed[followed.Count * 9 / 10], MaxBrokenLineWidth) : null;
    }

    private static IEnumerable<string> Join(List<string> group, int width, Hyphenation hyphenation)
    {
        var start = 0;
        for (var i = 1; i <= group.Count; i++)
        {
            if (i == group.Count || !GoesOn(group[i - 1], group[i], width))
            {
                yield return hyphenation.Join(group[start..i]);
                start = i;
            }
        }
    }

    private static bool GoesOn(string line, string next, int width)
    {
        if (ListItem.IsMatch(next) || (MeasureIndent(next) > MeasureIndent(line) + 1 && PlainLine.EndsSentence(line)))
        {
            return false;
        }

        // Where the next line's first word would have fitted, the line was ended on purpose.
        var word = next.AsSpan().TrimStart();
        var length = word.IndexOf(' ') is > 0 and var space ? space : word.Length;
        return line.Length + 1 + length > width * 0.85 || (!PlainLine.EndsSentence(line) && char.IsLower(word[0]) && line.Length > width / 2);
    }

    private static int MeasureIndent(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s*([=_~*#.+—–-])(?:\s?\1){2,}\s*$")]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"^\s*(?:[-*•–]|\[?[0-9]{1,3}[.)\]])\s")]
    private static partial Regex ListItem { get; }
}
