using System.Text;

namespace Bot.Library.Readings;

/// <summary>
/// Signs that formats put into a text for what is not part of its words: where a printed page begins, where the mark of a note stands, where a line of
/// verse ends. They are taken out, with their places, when the paragraph is made. Unicode reserves the two characters around a sign for use
/// inside a program.
/// </summary>
internal static class TextMarks
{
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    /// <summary>The sign for the beginning of a printed page.</summary>
    public static string MarkPage(string label) => Sign(TextMarkKind.Page, label);

    /// <summary>The sign for the mark of a note.</summary>
    public static string Note(string label) => Sign(TextMarkKind.Note, label);

    /// <summary>The sign for the end of a line that stays a line.</summary>
    public static string LineBreak { get; } = Sign(TextMarkKind.Line, "");

    /// <summary>The text without signs.</summary>
    public static string RemoveMarks(string text) => text.Contains(Open, StringComparison.Ordinal) ? Take(text).Text : text;

    /// <summary>The text without the signs that a file held itself.</summary>
    public static string Clean(string text) => text.Replace(Open, ' ').Replace(Close, ' ');

    /// <summary>The text with some of its signs for notes replaced by what was printed there.</summary>
    /// <param name="text">With signs.</param>
    /// <param name="isNote">Whether there is a note with this label.</param>
    public static string KeepNotes(string text, Func<string, bool> isNote)
    {
        if (!text.Contains(Open, StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var (kind, part) in Split(text))
        {
            kept.Append(kind switch
            {
                null => part,
                TextMarkKind.Note when !isNote(part) => part,
                _ => Sign(kind.Value, part),
            });
        }

        return kept.ToString();
    }

    /// <summary>The text without signs, and where they stood in it.</summary>
    public static (string Text, IReadOnlyList<TextMark> Marks) Take(string text)
    {
        if (!text.Contains(Open, StringComparison.Ordinal))
        {
            return (text, []);
        }

        var (plain, marks) = (new StringBuilder(text.Length), new List<TextMark>());
        foreach (var (kind, part) in Split(text))
        {
            if (kind is null)
            {
                plain.Append(plain.Length == 0 || plain[^1] == ' ' ? part.TrimStart(' ') : part);
                continue;
            }

            if (kind == TextMarkKind.Line && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }

            marks.Add(new TextMark(kind.Value, plain.Length, part));
        }

        return (plain.ToString().TrimEnd(' '), marks);
    }

    private static string Sign(TextMarkKind kind, string label) => $"{Open}{(char)('a' + (int)kind)}{label}{Close}";

    private static IEnumerable<(TextMarkKind? Kind, string Part)> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var open = text.IndexOf(Open, start);
            if (open < 0)
            {
                yield return (null, text[start..]);
                yield break;
            }

            if (open > start)
            {
                yield return (null, text[start..open]);
            }

            var close = text.IndexOf(Close, open);
            if (close < open + 2)
            {
                yield break;
            }

            yield return ((TextMarkKind)(text[open + 1] - 'a'), text[(open + 2)..close]);
            start = close + 1;
        }
    }
}

/// <summary>What a sign stands for.</summary>
internal enum TextMarkKind
{
    Page,
    Note,
    Line,
}

/// <summary>A sign and where it stood.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Offset">In the text without signs, in UTF-16 code units.</param>
/// <param name="Label">The page's or the note's; empty for a line.</param>
internal readonly record struct TextMark(TextMarkKind Kind, int Offset, string Label);
