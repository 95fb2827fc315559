using System.Text.RegularExpressions;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Summary;

/// <summary>The object of a summary. The set of cases is closed.</summary>
internal abstract partial record SummaryTarget
{
    // One or two words of a long title are more likely a topic than the title; within one reading they are the name of a section.
    private const double MinShareOfName = 0.75;
    private const double MinShareInOneReading = 0.5;

    private SummaryTarget()
    {
    }

    /// <summary>Finds the target: a reading, a section, or a topic.</summary>
    /// <param name="readings">The readings on the shelf.</param>
    /// <param name="chosen">The reading of the option; null if it is not given.</param>
    /// <param name="text">The other typed words; can be empty.</param>
    public static SummaryTarget Of(IReadOnlyList<Reading> readings, Reading? chosen, string text)
    {
        if (text.Length == 0)
        {
            return chosen is not null ? new WholeReading(chosen)
                : readings.Count == 1 ? new WholeReading(readings[0])
                : new AllReadings();
        }

        if (FindSection(readings, chosen, text) is { } there)
        {
            return there;
        }

        if (chosen is null && FindNamedReading(readings, text) is { } named)
        {
            return new WholeReading(named);
        }

        if (chosen is null && ReadingMentions.FindByAuthor(text, readings) is [var only])
        {
            return new WholeReading(only);
        }

        var within = chosen is null ? readings : [chosen];
        return FindNamedSection(within, text) ?? (SummaryTarget)new Topic(text, chosen);
    }

    // A place means its section. A number without the sign ¶ can be a year.
    private static SummaryTarget? FindSection(IReadOnlyList<Reading> readings, Reading? chosen, string text)
    {
        if (!text.AsSpan().ContainsAny('¶', '§') || TypedPlace.Parse(text) is not { Anchor: { } anchor } place)
        {
            return null;
        }

        var named = chosen is not null ? [chosen] : place.Name is { } name ? ReadingNames.Matches(readings, name) : readings;
        return named is not [var reading] || reading.Find(anchor.Paragraph) is not { } paragraph ? null
            : paragraph.Section is { } section ? new PartOfReading(reading, section, SectionAround(reading, paragraph))
            : new WholeReading(reading);
    }

    // Other sections can have the same heading.
    private static (int First, int Last) SectionAround(Reading reading, Paragraph paragraph)
    {
        var (first, last) = (paragraph.Number, paragraph.Number);
        while (reading.Find(first - 1)?.Section == paragraph.Section)
        {
            first--;
        }

        while (reading.Find(last + 1)?.Section == paragraph.Section)
        {
            last++;
        }

        return (first, last);
    }

    private static Reading? FindNamedReading(IReadOnlyList<Reading> readings, string text)
    {
        var matches = ReadingNames.Matches(readings, text);
        return matches.Count == 1 && (IsIdOf(matches[0], text) || Names(text, matches[0].Title, MinShareOfName)) ? matches[0] : null;
    }

    private static bool IsIdOf(Reading reading, string text) =>
        reading.Id.Value.Equals(text, StringComparison.OrdinalIgnoreCase)
        || (text.Contains('-', StringComparison.Ordinal) && reading.Id.Value.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static PartOfReading? FindNamedSection(IReadOnlyList<Reading> readings, string text)
    {
        var sections = readings.SelectMany(reading => reading.Sections.Distinct().Select(section => new PartOfReading(reading, section)));
        if (NumberedSection.Match(text) is { Success: true } numbered
            && sections.Where(part => StartsWithNumber(part.Heading, numbered.Groups["number"].Value)).Take(2).ToList() is [var only])
        {
            return only;
        }

        var share = readings.Count == 1 ? MinShareInOneReading : MinShareOfName;
        var named = sections.Where(part => Names(text, part.Heading, share)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static bool Names(string text, string name, double share)
    {
        var (typed, full) = (ReadStems(text), ReadStems(name));
        return name.Equals(text, StringComparison.OrdinalIgnoreCase) || (typed.Count > 1 && typed.IsSubsetOf(full) && typed.Count >= share * full.Count);
    }

    private static bool StartsWithNumber(string heading, string number) =>
        heading.StartsWith(number, StringComparison.OrdinalIgnoreCase) && heading.Length > number.Length && heading[number.Length] is '.' or ' ' or ':' or ')';

    // “section 4”, for the heading “4. What is mathematics?”.
    [GeneratedRegex(@"^(?:section|chapter|part)\s+(?<number>[0-9]{1,3}|[IVXLC]{1,7})\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedSection { get; }

    private static HashSet<string> ReadStems(string text) =>
        [.. TextAnalysis.Tokenize(text).Where(token => !token.IsStopWord).Select(token => token.Term)];

    /// <summary>A line for each reading.</summary>
    public sealed record AllReadings : SummaryTarget;

    /// <summary>One reading.</summary>
    public sealed record WholeReading(Reading Reading) : SummaryTarget;

    /// <summary>One section of a reading.</summary>
    /// <param name="Reading">The reading.</param>
    /// <param name="Heading">The heading of the section.</param>
    /// <param name="Range">The numbers of its first and last paragraph; null for all with that heading.</param>
    public sealed record PartOfReading(Reading Reading, string Heading, (int First, int Last)? Range = null) : SummaryTarget
    {
        /// <summary>Whether a paragraph of the reading is in it.</summary>
        public bool Contains(Paragraph paragraph) =>
            paragraph.Section == Heading && (Range is not { } range || (paragraph.Number >= range.First && paragraph.Number <= range.Last));
    }

    /// <summary>A topic in all readings or in one.</summary>
    public sealed record Topic(string Words, Reading? Within) : SummaryTarget;
}
