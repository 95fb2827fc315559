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
        var width = WidthOf(DropMovedIn(prose)) ?? WidthOf(prose);
        var setApart = width is { } known ? new SetApart(known, IndentOf(prose)) : null;
        var hyphenation = new Hyphenation(prose.SelectMany(group => group));
        var lines = groups.SelectMany(group =>
            Stanza.Is(group) || setApart?.IsVerse(group) == true || setApart?.IsAddress(group) == true ? [string.Join(TextMarks.LineBreak, group.Select(line => line.Trim()))]
            : setApart is null ? group
            : Join(group, setApart.Width, hyphenation));
        return [.. lines.Select(Folding.Fold).Where(line => line.Any(char.IsLetterOrDigit))];
    }

    private static List<List<string>> SplitAtBlankLines(string text)
    {
        var groups = new List<List<string>>();
        List<string>? group = null;
        foreach (var line in text.Split('\n'))
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

    /// <summary>Verse and quotations that are moved in say nothing about how long the other lines are.</summary>
    private static List<List<string>> DropMovedIn(List<List<string>> groups)
    {
        var least = groups.Select(FindLeastIndent).DefaultIfEmpty().Min();
        return groups.FindAll(group => FindLeastIndent(group) - least < SetApart.MinIndent);
    }

    private static int FindLeastIndent(List<string> group) => group.Min(SetApart.IndentOf);

    // In wrapped text nearly all lines that another line follows are about as long as the width.
    private static int? WidthOf(List<List<string>> groups)
    {
        var followed = groups.SelectMany(group => group.Take(group.Count - 1)).Select(line => line.Length).Order().ToList();
        var likeWidth = followed.Count(length => length is >= MinBrokenLineWidth and <= MaxBrokenLineWidth);
        return followed.Count >= 3 && likeWidth >= followed.Count * 0.7 ? Math.Min(followed[followed.Count * 9 / 10], MaxBrokenLineWidth) : null;
    }

    /// <summary>Where most lines begin that continue another line.</summary>
    private static int IndentOf(List<List<string>> groups) =>
        groups.SelectMany(group => group.Skip(1)).CountBy(SetApart.IndentOf).OrderByDescending(indent => indent.Value).Select(indent => indent.Key).FirstOrDefault();

    private static IEnumerable<string> Join(List<string> group, int width, Hyphenation hyphenation)
    {
        var start = 0;
        for (var i = 1; i <= group.Count; i++)
        {
            if (i == group.Count || !GoesOn(TextMarks.RemoveMarks(group[i - 1]), TextMarks.RemoveMarks(group[i]), width))
            {
                yield return hyphenation.Join(group[start..i]);
                start = i;
            }
        }
    }

    private static bool GoesOn(string line, string next, int width)
    {
        if (ContentsEntry.IsMatch(line))
        {
            return false;
        }

        // A long entry of a table of contents has its page at the end of the second line.
        if (ContentsEntry.IsMatch(next) && SetApart.IndentOf(line) == SetApart.IndentOf(next) && line.TrimEnd()[^1] is not '.')
        {
            return true;
        }

        if ((ListItem.IsMatch(next) && !IsWrapped(line, next, width)) || (SetApart.IndentOf(next) > SetApart.IndentOf(line) + 1 && PlainLine.EndsSentence(line)))
        {
            return false;
        }

        // Where the next line's first word would have fitted, the line was ended on purpose.
        var word = next.AsSpan().TrimStart();
        var length = word.IndexOf(' ') is > 0 and var space ? space : word.Length;
        return line.Length + 1 + length > width * 0.85 || (!PlainLine.EndsSentence(line) && char.IsLower(word[0]) && (line.Length > width / 2 || IsTerm(line)));
    }

    /// <summary>Whether a number that begins a line is in the middle of a sentence: <c>as the judge found at / [22] of his judgment</c>.</summary>
    private static bool IsWrapped(string line, string next, int width) =>
        next.TrimStart()[0] is '[' or (>= '0' and <= '9') && line.TrimEnd() is [.., var last] && char.IsLetter(last) && line.Length > width * 0.8
        && SetApart.IndentOf(next) <= SetApart.IndentOf(line);

    /// <summary>A numbered term whose definition begins below it: <c>1.1. "Contributor"</c>.</summary>
    private static bool IsTerm(string line) => Term.IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[0-9.]+\s+)?[“""„«].*[”""“»](?:\s\([^)]*\))?\s*$")]
    private static partial Regex Term { get; }

    [GeneratedRegex(@"\S(?:\s{3,}|\s?\.{3,}\s*|(?:\s\.){3,}\s*)(?:[0-9]{1,4}|[ivxlc]{1,7})\s*$")]
    private static partial Regex ContentsEntry { get; }

    [GeneratedRegex(@"^\s*([=_~*#.+—–-])(?:\s?\1){2,}\s*$")]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"^\s*(?:[-*•–]|\[?[0-9]{1,3}[.)\]])\s")]
    private static partial Regex ListItem { get; }
}
