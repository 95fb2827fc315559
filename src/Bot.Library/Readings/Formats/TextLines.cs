namespace Bot.Library.Readings.Formats;

/// <summary>Finds the paragraphs in lines of plain text, whether each is one long line or was wrapped at a margin.</summary>
internal static class TextLines
{
    private const int NarrowestMargin = 45;
    private const int WidestMargin = 130;

    /// <summary>The paragraphs and the lines that stand alone, in order; none is blank.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\v', '\n').Split('\n', '\f').Select(line => line.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd()).ToList();
        if (Margin(lines) is not { } margin)
        {
            return [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        }

        var hyphenation = new Hyphenation(lines);
        var paragraphs = new List<string>();
        var open = new List<string>();
        foreach (var line in lines)
        {
            if (open.Count > 0 && (line.Length == 0 || !GoesOn(open[^1], line, margin)))
            {
                paragraphs.Add(hyphenation.Join(open));
                open.Clear();
            }

            if (line.Length > 0)
            {
                open.Add(line);
            }
        }

        if (open.Count > 0)
        {
            paragraphs.Add(hyphenation.Join(open));
        }

        return paragraphs;
    }

    // The margin that most lines which have a line below them come near to; null where lines are paragraphs.
    private static int? Margin(List<string> lines)
    {
        var inner = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length > 0 && lines[i + 1].Length > 0)
            {
                inner.Add(lines[i].Length);
            }
        }

        if (inner.Count == 0)
        {
            return null;
        }

        inner.Sort();
        var margin = inner[inner.Count * 9 / 10];
        return margin is >= NarrowestMargin and <= WidestMargin && lines.Max(line => line.Length) <= 2 * WidestMargin ? margin : null;
    }

    private static bool GoesOn(string line, string next, int margin)
    {
        if (IsItem(next))
        {
            return false;
        }

        var first = next.TrimStart();
        var indented = next.Length - first.Length >= line.Length - line.TrimStart().Length + 2;
        var ends = Marks.IsEnd(line[^1]) || (Marks.IsCloser(line[^1]) && line.Length > 1 && Marks.IsEnd(line[^2]));
        if (indented && ends)
        {
            return false;
        }

        // The next line's first word would have fitted: the author broke the line.
        var word = first.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : first.Length;
        return line.Length + 1 + word > margin * 0.85 || (!ends && char.IsLower(first[0]) && line.Length > margin / 2);
    }

    private static bool IsItem(string line)
    {
        var first = line.TrimStart();
        return first.Length > 2 && first[0] is '-' or '*' or '•' or '–' or '▪' && first[1] == ' ';
    }
}
