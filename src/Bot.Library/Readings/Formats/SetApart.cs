using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>Short lines of a wrapped plain text that were ended on purpose and belong together: verse that is moved in, an address, an imprint.</summary>
/// <param name="Width">How long the lines of prose are.</param>
/// <param name="Indent">How far prose is moved in.</param>
internal sealed partial record SetApart(int Width, int Indent)
{
    /// <summary>From so many spaces on a line is moved in.</summary>
    public const int MinIndent = 2;

    private const double MaxLineShare = 0.8;
    private const double MinWords = 3;
    private const double MinGoingOn = 0.3;
    private const double MaxWithFigures = 0.3;
    private const int MinAddressLines = 3;

    /// <summary>
    /// Whether lines between two blank ones are verse: all moved in, none as long as prose, and marked as sentences are. Tables and lists of contents
    /// have figures at their ends or gaps in their lines.
    /// </summary>
    public bool IsVerse(IReadOnlyList<string> lines) =>
        lines.Count > 1
        && lines.All(line => IndentOf(line) >= Indent + MinIndent && line.Trim().Length <= Width * MaxLineShare && !IsNoVerse.IsMatch(line))
        && lines.Average(line => PlainLine.CountWords(line.Trim())) >= MinWords
        && lines.Any(line => line.TrimEnd()[^1] is ',' or ';' or ':' or '.' or '!' or '?' or '—' or '”' or '"' or '’')
        && !lines.All(PlainLine.IsUpperCase)

        // In a list each line is an entry; in verse a sentence continues on the next line.
        && lines.SkipLast(1).Count(line => !PlainLine.EndsSentence(line)) >= MinGoingOn * (lines.Count - 1)
        && lines.Count(line => line.Any(char.IsDigit)) <= MaxWithFigures * lines.Count;

    /// <summary>Whether lines are an address or an imprint: short, none a sentence, and not all fit to be headings.</summary>
    public bool IsAddress(IReadOnlyList<string> lines) =>
        lines.Count >= MinAddressLines
        && lines.All(line => line.Trim().Length <= Width * MaxLineShare && !IsNoVerse.IsMatch(line))
        && lines.SkipLast(1).All(line => !PlainLine.EndsSentence(line) || Abbreviation.IsMatch(line))
        && lines.SkipLast(1).Any(line => line.TrimEnd()[^1] is ',' or '.');

    /// <summary>How many spaces stand before a line.</summary>
    public static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"\S(?:\s{3,}|\.{4,}|\t)\S|[^\p{L}]\s[0-9]{1,4}\s*$|^\s*(?:[-*•–]|\(?[0-9a-zA-Z]{1,4}[.)\]]|\[[0-9]{1,3}\])\s|^\s*(?:chapter|book|part|act|scene|section|canto|article|kapitel|chapitre|capítulo)\b|^\s*[IVXLC]{1,7}\.?\s*$|[{}]", RegexOptions.IgnoreCase)]
    private static partial Regex IsNoVerse { get; }

    [GeneratedRegex(@"(?:\b(?:Ltd|Co|Inc|Esq|Bros|Jr|Sr|St|No|Dr|Mr|Mrs)|\p{Lu})\.\s*$")]
    private static partial Regex Abbreviation { get; }
}
