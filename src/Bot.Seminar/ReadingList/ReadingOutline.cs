using Bot.Chat.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.ReadingList;

/// <summary>Describes a reading.</summary>
internal static class ReadingOutline
{
    /// <summary>Title, author, date, size and name in one line.</summary>
    public static string WriteInOneLine(Reading reading) => ReadingListTexts.FormatInOneLine(WriteHeading(reading), WriteSize(reading), reading.Id);

    /// <summary>The same with the sections, each with its paragraphs.</summary>
    public static IReadOnlyList<ReplyBlock> Of(Reading reading)
    {
        var size = $"{ReadingListTexts.FormatNameAndFile(WriteSize(reading), reading.Id, reading.File)} {ReadingListTexts.FormatQuality(Math.Floor(100 * reading.Quality))}";
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock(WriteHeading(reading)),
            new TextBlock(reading.Source is { } source ? $"{size}\n{ReadingListTexts.FormatSource(source)}" : size),
        };
        blocks.AddRange(reading.Warnings.Select(warning => new TextBlock(ReadingListTexts.FormatLook(FileReasons.Translate(warning)))));
        if (reading.LeftOut.Count > 0)
        {
            var leftOut = ReadingListTexts.FormatLeftOut(string.Join("; ", reading.LeftOut.Select(DescribePart)));
            blocks.Add(new TextBlock(ExplainKeep(reading) is { } keep ? $"{leftOut} {keep}" : leftOut));
        }

        var sections = ListSections(reading).ToList();
        if (sections.Count > 0)
        {
            blocks.Add(new TextBlock(ReadingListTexts.Sections));
            blocks.Add(new ListBlock(sections));
        }

        blocks.Add(new ChoicesBlock([new Choice(ReadingListTexts.ReadFromBeginning, "show", $"¶1 reading:{reading.Id}")]));
        return blocks;
    }

    private static string DescribePart(string part) => part switch
    {
        LeftOutParts.GutenbergFrame => ReadingListTexts.GutenbergFrame,
        LeftOutParts.ConfidentialityNotice => ReadingListTexts.ConfidentialityNotice,
        LeftOutParts.CookieDialog => ReadingListTexts.CookieDialog,
        LeftOutParts.PageNotices => ReadingListTexts.PageNotices,
        LeftOutParts.PageMenus => ReadingListTexts.PageMenus,
        LeftOutParts.PictureCaptions => ReadingListTexts.PictureCaptions,
        LeftOutParts.RunningHeads => ReadingListTexts.RunningHeads,
        LeftOutParts.LineNumbers => ReadingListTexts.LineNumbers,
        LeftOutParts.TableOfContents => ReadingListTexts.TableOfContents,
        _ => part,
    };

    private static string? ExplainKeep(Reading reading) => Path.GetExtension(reading.File).ToLowerInvariant() switch
    {
        ".txt" or ".text" => ReadingListTexts.KeepByFirstLine,
        ".md" or ".markdown" => ReadingListTexts.KeepByHeader,
        ".html" or ".htm" or ".xhtml" => ReadingListTexts.KeepByMeta,
        ".pdf" => ReadingListTexts.FormatKeepByFileBeside(HeaderOf(reading)),
        ".docx" => ReadingListTexts.FormatKeepByFirstParagraph(HeaderOf(reading)),
        _ => null,
    };

    private static string HeaderOf(Reading reading) => $"{Path.GetFileName(reading.File)}.header";

    /// <summary>The same for programs.</summary>
    public static ListedReading ToListed(Reading reading) => new(reading.Id.Value, reading.Title, reading.Paragraphs.Count)
    {
        Author = reading.Author,
        Date = reading.Date,
        Source = reading.Source,
    };

    /// <summary>The number of words of a reading, counted by spaces.</summary>
    public static int CountWords(Reading reading) => reading.Paragraphs.Sum(paragraph => paragraph.Text.AsSpan().Count(' ') + 1);

    private static string WriteHeading(Reading reading) => (reading.Author, reading.Date) switch
    {
        ({ } author, { } day) => ReadingListTexts.FormatTitleByDated(reading.Title, author, Wording.FormatDate(day)),
        ({ } author, null) => ReadingListTexts.FormatTitleBy(reading.Title, author),
        (null, { } day) => ReadingListTexts.FormatTitleDated(reading.Title, Wording.FormatDate(day)),
        _ => reading.Title,
    };

    private static string WriteSize(Reading reading) => $"{Count.Paragraphs(reading.Paragraphs.Count)}, {Count.Words(CountWords(reading))}";

    private static IEnumerable<string> ListSections(Reading reading)
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
