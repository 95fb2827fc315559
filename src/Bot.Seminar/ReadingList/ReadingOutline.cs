using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.ReadingList;

/// <summary>Describes a reading.</summary>
internal static class ReadingOutline
{
    /// <summary>Title, author, date, size and name in one line.</summary>
    public static string InOneLine(Reading reading) => ReadingListTexts.FormatInOneLine(Heading(reading), Size(reading), reading.Id);

    /// <summary>The same with the sections, each with its paragraphs.</summary>
    public static IReadOnlyList<ReplyBlock> Of(Reading reading)
    {
        var size = ReadingListTexts.FormatNameAndFile(Size(reading), reading.Id, reading.File);
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock(Heading(reading)),
            new TextBlock(reading.Source is { } source ? $"{size}\n{ReadingListTexts.FormatSource(source)}" : size),
        };
        blocks.AddRange(reading.Warnings.Select(warning => new TextBlock(ReadingListTexts.FormatLook(warning))));
        if (reading.LeftOut.Count > 0)
        {
            var leftOut = ReadingListTexts.FormatLeftOut(string.Join("; ", reading.LeftOut.Select(Said)));
            blocks.Add(new TextBlock(HowToKeep(reading) is { } keep ? $"{leftOut} {keep}" : leftOut));
        }

        var sections = Sections(reading).ToList();
        if (sections.Count > 0)
        {
            blocks.Add(new TextBlock(ReadingListTexts.Sections));
            blocks.Add(new ListBlock(sections));
        }

        blocks.Add(new ChoicesBlock([new Choice(ReadingListTexts.ReadFromBeginning, "show", $"¶1 reading:{reading.Id}")]));
        return blocks;
    }

    private static string Said(string part) => part switch
    {
        LeftOutParts.GutenbergFrame => ReadingListTexts.GutenbergFrame,
        LeftOutParts.ConfidentialityNotice => ReadingListTexts.ConfidentialityNotice,
        LeftOutParts.CookieDialog => ReadingListTexts.CookieDialog,
        LeftOutParts.PageNotices => ReadingListTexts.PageNotices,
        LeftOutParts.PageMenus => ReadingListTexts.PageMenus,
        LeftOutParts.PictureCaptions => ReadingListTexts.PictureCaptions,
        _ => part,
    };

    private static string? HowToKeep(Reading reading) => Path.GetExtension(reading.File).ToLowerInvariant() switch
    {
        ".txt" or ".text" => ReadingListTexts.KeepByFirstLine,
        ".md" or ".markdown" => ReadingListTexts.KeepByHeader,
        ".html" or ".htm" or ".xhtml" => ReadingListTexts.KeepByMeta,
        _ => null,
    };

    /// <summary>The same for programs.</summary>
    public static ListedReading Listed(Reading reading) => new(reading.Id.Value, reading.Title, reading.Paragraphs.Count)
    {
        Author = reading.Author,
        Date = reading.Date,
        Source = reading.Source,
    };

    /// <summary>The number of words of a reading, counted by spaces.</summary>
    public static int Words(Reading reading) => reading.Paragraphs.Sum(paragraph => paragraph.Text.AsSpan().Count(' ') + 1);

    private static string Heading(Reading reading) => (reading.Author, reading.Date) switch
    {
        ({ } author, { } day) => ReadingListTexts.FormatTitleByDated(reading.Title, author, Wording.Date(day)),
        ({ } author, null) => ReadingListTexts.FormatTitleBy(reading.Title, author),
        (null, { } day) => ReadingListTexts.FormatTitleDated(reading.Title, Wording.Date(day)),
        _ => reading.Title,
    };

    private static string Size(Reading reading) => $"{Count.Paragraphs(reading.Paragraphs.Count)}, {Count.Words(Words(reading))}";

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
                yield return $"{range} {section ?? ReadingListTexts.NoHeading}";
            }

            i = end;
        }
    }
}
