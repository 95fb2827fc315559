using System.Text;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>Joins lines, and the words that were broken at their ends.</summary>
internal sealed class Hyphenation
{
    private readonly HashSet<string> compounds = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">All lines of the file: a word that has its hyphen within a line keeps it at the end of one.</param>
    public Hyphenation(IEnumerable<PdfLine> lines)
    {
        foreach (var word in lines.SelectMany(line => line.Text.Split(' ')).Where(word => word.AsSpan().Trim('-').Contains('-')))
        {
            compounds.Add(Bare(word));
        }
    }

    /// <summary>Whether a line ends within a word.</summary>
    public static bool IsBroken(string line) => line is [.., var letter, '-' or '\u2010'] && char.IsLetter(letter);

    /// <summary>The lines as one.</summary>
    public string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0)
            {
                Close(text, line);
            }

            text.Append(line);
        }

        return text.ToString();
    }

    private void Close(StringBuilder text, string next)
    {
        var above = text.ToString(LastWord(text), text.Length - LastWord(text));
        if (!IsBroken(above))
        {
            text.Append(' ');
        }
        else if (char.IsLower(next[0]) && !compounds.Contains(Bare(above[..^1] + "-" + next.Split(' ')[0])))
        {
            text.Length--;
        }
    }

    private static int LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] != ' ')
        {
            start--;
        }

        return start;
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '‘', '’', '\'');
}
