using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Curated;

/// <summary>A counterargument as a teacher typed it.</summary>
internal sealed record WrittenCounter(string Claim, string Counter, string Reading, long Paragraph, long Sentence)
{
    private const int MaxLength = 500;

    /// <summary>Reads <c>claim | counter | place</c>.</summary>
    /// <returns>The counterargument, or what is wrong with the line.</returns>
    public static (WrittenCounter? Written, string Problem) Parse(string line, IReadOnlyList<Reading> readings)
    {
        var parts = line.Split('|').Select(part => part.Trim()).ToList();
        if (parts.Count is < 2 or > 3 || parts.Any(part => part.Length is 0 or > MaxLength))
        {
            return (null, CuratedTexts.FormatHowTo(MaxLength));
        }

        if (parts.Count == 2)
        {
            return (new WrittenCounter(parts[0], parts[1], "", 0, 0), "");
        }

        var place = TypedPlace.Parse(parts[2]);
        return place is { Anchor: { } anchor, Name: { } name }
            && ReadingNames.Matches(readings, name) is [var reading]
            && reading.Find(anchor.Paragraph) is { } paragraph
            && (anchor.Sentence ?? 1) <= paragraph.Sentences.Count
                ? (new WrittenCounter(parts[0], parts[1], reading.Id.Value, anchor.Paragraph, anchor.Sentence ?? 1), "")
                : (null, CuratedTexts.FormatNoPlace(parts[2], "what-sanctions-did ¶7.5"));
    }
}
