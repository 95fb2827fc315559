using System.Globalization;
using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.ReadingList;

/// <summary>A reading at a glance.</summary>
internal static class ReadingOutline
{
    /// <summary>Title, author, date, size and name in one line.</summary>
    public static string InOneLine(Reading reading) => $"{Heading(reading)}: {Size(reading)} [{reading.Id}]";

    /// <summary>The same with the sections, each with the paragraphs that stand under it.</summary>
    public static IReadOnlyList<ReplyBlock> Of(Reading reading)
    {
        var source = reading.Source is { } where ? $"\nSource: {where}" : "";
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock(Heading(reading)),
            new TextBlock($"{Size(reading)}. Name: {reading.Id}. File: {reading.File}.{source}"),
        };
        blocks.AddRange(reading.Warnings.Select(warning => new TextBlock($"Look: {warning}")));
        if (reading.LeftOut.Count > 0)
        {
            blocks.Add(new TextBlock($"Left out of the file: {string.Join("; ", reading.LeftOut)}.{HowToKeep(reading)}"));
        }

        var sections = Sections(reading).ToList();
        if (sections.Count > 0)
        {
            blocks.Add(new TextBlock("Sections:"));
            blocks.Add(new ListBlock(sections));
        }

        blocks.Add(new ChoicesBlock([new Choice("Read from the beginning", "show", $"¶1 reading:{reading.Id}")]));
        return blocks;
    }

    private static string HowToKeep(Reading reading) => Path.GetExtension(reading.File).ToLowerInvariant() switch
    {
        ".txt" or ".text" => " A first line “Keep: all” in the file brings it back.",
        ".md" or ".markdown" => " A line “keep: all” in its header brings it back.",
        ".html" or ".htm" or ".xhtml" => " <meta name=\"keep\" content=\"all\"> in its head brings it back.",
        _ => "",
    };

    /// <summary>The same for programs.</summary>
    public static ListedReading Listed(Reading reading) => new(reading.Id.Value, reading.Title, reading.Paragraphs.Count)
    {
        Author = reading.Author,
        Date = reading.Date,
        Source = reading.Source,
    };

    /// <summary>How many words a reading has, counted between spaces.</summary>
    public static int Words(Reading reading) => reading.Paragraphs.Sum(paragraph => paragraph.Text.AsSpan().Count(' ') + 1);

    private static string Heading(Reading reading)
    {
        var author = reading.Author is { } name ? $", by {name}" : "";
        var date = reading.Date is { } day ? $", {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "";
        return $"{reading.Title}{author}{date}";
    }

    private static string Size(Reading reading) =>
        $"{Count.Of(reading.Paragraphs.Count, "paragraph")}, {Count.Of(Words(reading), "word")}";

    private static IEnumerable<string> Sections(Reading reading)
    {
        for (var i = 0; i < reading.Paragraphs.Count;)
        {
            var section = reading.Paragraphs[i].Section;
            var end = i;
            while (end < reading.Paragraphs.Count && reading.Paragraphs[end].Section == section)
            {
                end++;
            }

            var range = end - i > 1 ? $"¶{i + 1}–{end}" : $"¶{i + 1}";
            if (section is not null || end < reading.Paragraphs.Count)
            {
                yield return $"{range} {section ?? "(no heading)"}";
            }

            i = end;
        }
    }

}
