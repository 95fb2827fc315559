using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>A table of contents: what stands between its heading and the first of its entries that comes back as a heading.</summary>
/// <param name="Heading">The place of the heading; -1 if there is no such table.</param>
/// <param name="End">The place behind the last entry.</param>
internal sealed partial record ContentsList(int Heading, int End)
{
    private const int WordsOfProse = 25;
    private const int MaxEntries = 300;
    private const int MinEntries = 3;
    private const int MaxEntryLength = 250;
    private const int MaxLinesToProse = 5;

    /// <summary>Whether a block is the heading of the table.</summary>
    public bool IsHeading(int index) => index == Heading;

    /// <summary>Whether a block is an entry.</summary>
    public bool IsEntry(int index) => index > Heading && index < End;

    /// <summary>Finds the table of contents of a text.</summary>
    public static ContentsList Find(List<string> texts)
    {
        var heading = texts.FindIndex(text => Name.IsMatch(text));
        if (heading < 0)
        {
            return new ContentsList(-1, -1);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = heading + 1; i < Math.Min(texts.Count, heading + MaxEntries); i++)
        {
            var key = CreateKey(texts[i]);
            if (texts[i].Length > MaxEntryLength || (PlainLine.CountWords(texts[i]) >= WordsOfProse && PlainLine.EndsSentence(texts[i])))
            {
                return new ContentsList(heading, FindEndBefore(texts, heading, i));
            }

            // If each part of a book numbers its chapters from 1, their numbers occur twice in the table too.
            if (key.Length > 0 && ProseFollows(texts, i) && (seen.Contains(key) || seen.Any(entry => entry.Contains(' ', StringComparison.Ordinal) && key.StartsWith($"{entry} ", StringComparison.Ordinal))))
            {
                return new ContentsList(heading, i);
            }

            seen.Add(key);
        }

        return new ContentsList(heading, heading + 1);
    }

    private static bool ProseFollows(List<string> texts, int index) =>
        texts.Skip(index + 1).Take(MaxLinesToProse).Any(text => text.Length > MaxEntryLength || PlainLine.IsProse(text));

    /// <summary>Where prose follows, the last entries are those with a page's number; a heading may stand between them and the prose.</summary>
    private static int FindEndBefore(List<string> texts, int heading, int prose)
    {
        var last = texts.FindLastIndex(prose - 1, prose - 1 - heading, text => PageNumber.IsMatch(text));
        return last - heading >= MinEntries ? last + 1 : heading + 1;
    }

    private static string CreateKey(string text) => string.Join(' ', Word.Matches(PageNumber.Replace(text, "")).Select(word => word.Value)).ToUpperInvariant();

    [GeneratedRegex(@"^(?:table of contents|contents|inhalt|inhaltsverzeichnis|table des matières|sommaire|índice|indice|inhoud|inhoudsopgave|sumário|sommario)[.:]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"[\s.]*(?:[0-9]{1,4}|\b[ivxl]{1,7})$")]
    private static partial Regex PageNumber { get; }
}
