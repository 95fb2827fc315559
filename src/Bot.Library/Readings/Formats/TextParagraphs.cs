using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>The lines of a plain text that belong together: in some files a line is a paragraph, in others it is broken to a width.</summary>
internal static partial class TextParagraphs
{
    private const int WidestBrokenLine = 100;
    private const int NarrowestBrokenLine = 45;

    /// <summary>The paragraphs and headings of a text, white space folded, none blank.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var groups = GroupsBetweenBlankLines(text);
        var paragraphs = IsBrokenToWidth(groups) ? groups.SelectMany(Join) : groups.SelectMany(group => group);
        return [.. paragraphs.Select(PlainLine.Fold).Where(paragraph => paragraph.Length > 0)];
    }

    private static List<List<string>> GroupsBetweenBlankLines(string text)
    {
        var groups = new List<List<string>>();
        List<string>? group = null;
        foreach (var line in text.Replace('\f', '\n').ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
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

    // Where lines are broken to a width, those that another follows are nearly all about as long as the width.
    private static bool IsBrokenToWidth(List<List<string>> groups)
    {
        int followed = 0, likeWidth = 0;
        foreach (var line in groups.SelectMany(group => group.Take(group.Count - 1)))
        {
            followed++;
            likeWidth += line.Length is >= NarrowestBrokenLine and <= WidestBrokenLine ? 1 : 0;
        }

        return followed >= 3 && likeWidth >= followed * 0.7;
    }

    private static IEnumerable<string> Join(List<string> group)
    {
        var paragraph = new StringBuilder();
        var mostAreIndented = group.Count(IsIndented) * 2 > group.Count;
        foreach (var line in group)
        {
            if (paragraph.Length > 0 && (ListItem().IsMatch(line) || (IsIndented(line) && !mostAreIndented)))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }

            // A hyphen at a line's end may belong to the word ("well-known") or not; it stays, as the file has it, without a gap.
            if (paragraph.Length > 0 && !(paragraph[^1] == '-' && paragraph.Length > 1 && char.IsLetter(paragraph[^2])))
            {
                paragraph.Append(' ');
            }

            paragraph.Append(line.Trim());
        }

        yield return paragraph.ToString();
    }

    private static bool IsIndented(string line) => line.StartsWith("  ", StringComparison.Ordinal) || line[0] == '\t';

    [GeneratedRegex(@"^\s*(?:[-*•–]|\[?[0-9]{1,3}[.)\]])\s")]
    private static partial Regex ListItem();
}
