using System.Collections.Frozen;
using System.Text;

namespace Bot.Library.Readings.Raw;

/// <summary>Joins the lines of a paragraph, and the words that were divided at their ends.</summary>
internal sealed class Hyphenation
{
    private const int MinPartLength = 3;
    private const int MinFirstPartLength = 4;

    private readonly FrozenSet<string> words;

    /// <param name="lines">Every line of the document: its undivided words tell how a divided one is written.</param>
    public Hyphenation(IEnumerable<string> lines) =>
        words = ListUndividedWords(lines).Select(TrimMarks).Where(word => word.Length >= MinPartLength).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> ListUndividedWords(IEnumerable<string> lines)
    {
        var isDivided = false;
        foreach (var line in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(line => line.Length > 0))
        {
            var whole = line.Skip(isDivided ? 1 : 0);
            isDivided = line[^1] is [.., '-' or '\u00AD' or '\u2010'];
            foreach (var word in isDivided ? whole.SkipLast(1) : whole)
            {
                yield return word;
            }
        }
    }

    public string Join(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (IsDivided(joined, line))
            {
                if (!KeepsHyphen(joined, line))
                {
                    joined.Length--;
                }
            }
            else if (joined.Length > 0)
            {
                joined.Append(' ');
            }

            joined.Append(line);
        }

        return joined.ToString();
    }

    private static bool IsDivided(StringBuilder joined, string next) =>
        joined.Length > 1 && joined[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(joined[^2]) && char.IsLetter(next[0]);

    // "well-" + "known" stays "well-known" where the document writes it so elsewhere, where a capital follows ("EU-Korea"), or where both
    // parts are words of the document and the whole is none: "contract-law", but not "com-mittee".
    private bool KeepsHyphen(StringBuilder joined, string next)
    {
        if (joined[^1] == '\u00AD')
        {
            return false;
        }

        if (!char.IsLower(next[0]))
        {
            return true;
        }

        var start = joined.Length - 1;
        while (start > 0 && joined[start - 1] != ' ')
        {
            start--;
        }

        var first = joined.ToString(start, joined.Length - start - 1);
        var second = next.Split(' ', 2)[0];
        var part = TrimMarks(first[(first.LastIndexOf('-') + 1)..]);
        var end = TrimMarks(second.Split('-', 2)[0]);
        return !words.Contains(TrimMarks(first + second)) && !words.Contains(part + end)
            && (words.Contains(TrimMarks($"{first}-{second}"))
                || words.Contains($"{part}-{end}")
                || (part.Length >= MinFirstPartLength && words.Contains(part) && words.Contains(end)));
    }

    private static string TrimMarks(string word) => word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '‘', '’', '(', ')', '[', ']');
}
